import { type DomainCommand, refuse, secret } from '#kernel/core';
import type { SafetyEventFact } from '../safety-event/safety-event.events.js';
import { codesOf } from './code-list.codes.js';
import { allows, CROSSWALK, crosswalk, fromCodeOf, type OwnCodes } from './crosswalk.rules.js';
import { NONE, SEVERAL, TAXONOMY_LISTS, type Taxonomy } from './taxonomy.codes.js';

export type AssignTaxonomy = DomainCommand<
  'AssignTaxonomy',
  {
    system: Taxonomy;
    code: string;
    /** Why, where the map says otherwise. */
    overrideReason?: string;
    by: string;
  }
>;

/** The codes that people chose, by list. */
export type Assigned = Readonly<Partial<Record<Taxonomy, readonly string[]>>>;

/**
 * A person's choice where the map gives several codes, or one that they see otherwise. Refused where the list has no such
 * code, and without a reason where the map does not allow it. Chosen twice, it is written down once.
 */
export const assignTaxonomy = (
  { system, code, overrideReason, by }: AssignTaxonomy['data'],
  { codes, assigned }: { readonly codes: OwnCodes; readonly assigned: Assigned },
): readonly SafetyEventFact[] => {
  const list = TAXONOMY_LISTS[system];
  if (code !== NONE && !codesOf(list).includes(code))
    return refuse('safety-event/unknown-code', `The list ${system} has no code ${code}.`, 'code');
  if (!overrideReason && !isAllowed(codes, system, code))
    return refuse(
      'safety-event/code-not-proposed',
      `By ${CROSSWALK.version} this code does not follow from what is known: say why it applies all the same.`,
      'overrideReason',
    );
  if (assigned[system]?.includes(code)) return [];
  return [
    {
      type: 'TaxonomyAssigned',
      data: {
        system,
        listVersion: list.version,
        code,
        fromCode: fromCodeOf(codes),
        crosswalkVersion: CROSSWALK.version,
        ...(overrideReason && { overrideReason: secret(overrideReason) }),
        chosenBy: by,
      },
    },
  ];
};

/** That nothing applies may always be said where a person is asked. */
const isAllowed = (codes: OwnCodes, system: Taxonomy, code: string): boolean => {
  const proposal = crosswalk(codes, system);
  return code === NONE ? proposal.kind !== 'one' : allows(proposal, code);
};

/** What stands after a choice: on most lists the last one; on some several side by side, until none applies. */
export const assignedAfter = (before: Assigned, event: SafetyEventFact): Assigned => {
  if (event.type !== 'TaxonomyAssigned') return before;
  const { system, code } = event.data;
  const others = SEVERAL.includes(system) && code !== NONE ? (before[system] ?? []).filter((one) => one !== NONE) : [];
  return { ...before, [system]: [...others.filter((one) => one !== code), code] };
};
