import { IsArray, IsBoolean, IsIn, IsInt, IsString } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, IsNested, Means } from '#kernel/http';
import { HARM_DURATIONS, type HarmDuration } from '../../safety-event/patient.codes.js';
import {
  CATEGORIES,
  type Category,
  EVENT_CLASSES,
  type EventClass,
  HARM_SEVERITIES,
  type HarmSeverity,
} from '../../safety-event/safety-event.codes.js';
import { CROSSWALK, crosswalk, fromCodeOf, NO_PROPOSALS, type NoProposal } from '../../taxonomies/crosswalk.rules.js';
import { TAXONOMIES, TAXONOMY_LISTS, type Taxonomy } from '../../taxonomies/taxonomy.codes.js';
import type { SafetyEventFormatsRow } from './safety-event-formats.row.js';

/** Our own codes, as they stand: what every proposal starts from, and what no choice changes. */
export class OwnCodesBody {
  @IsIn(EVENT_CLASSES)
  eventClass: EventClass;

  @IsArray()
  @IsIn(CATEGORIES, { each: true })
  categories: readonly Category[];

  @Absent()
  @IsIn(HARM_SEVERITIES)
  harm?: HarmSeverity;

  @Absent()
  @IsIn(HARM_DURATIONS)
  duration?: HarmDuration;

  @Means('The same as one code, as `incident/severe/temporary`.')
  @IsString()
  fromCode: string;
}

/** `one` code follows; of several `choices` a person takes one; or `none` follows, and why. */
export class ProposalBody {
  @IsIn(['one', 'choices', 'none'])
  kind: 'one' | 'choices' | 'none';

  @IsArray()
  @IsString({ each: true })
  codes: readonly string[];

  @Absent()
  @IsIn(NO_PROPOSALS)
  why?: NoProposal;
}

/** A choice as it was made. */
export class ChoiceBody {
  @IsString()
  code: string;

  @IsString()
  listVersion: string;

  @IsString()
  crosswalkVersion: string;

  @Absent()
  @IsString()
  fromCode?: string;

  @Means('Made against the map, with a reason.')
  @IsBoolean()
  overridden: boolean;

  @IsId()
  chosenBy: string;

  @IsInstantWithZone()
  chosenAt: string;
}

/** One list: what the map proposes now, what stands, and what was chosen before, in order. */
export class TaxonomyBody {
  @IsIn(TAXONOMIES)
  system: Taxonomy;

  @IsString()
  listVersion: string;

  @IsNested(() => ProposalBody)
  proposal: ProposalBody;

  @IsArray()
  @IsString({ each: true })
  assigned: readonly string[];

  @IsListOf(() => ChoiceBody, 10_000)
  choices: readonly ChoiceBody[];
}

export class SafetyEventTaxonomiesBody {
  @IsId()
  id: string;

  @Means('Of the last fact that says anything to a format: not an entity tag.')
  @IsInt()
  revision: number;

  @IsString()
  crosswalkVersion: string;

  @IsNested(() => OwnCodesBody)
  own: OwnCodesBody;

  @IsListOf(() => TaxonomyBody, 20)
  taxonomies: readonly TaxonomyBody[];
}

export const taxonomiesBody = ({ id, revision, facts }: SafetyEventFormatsRow): SafetyEventTaxonomiesBody => ({
  id,
  revision,
  crosswalkVersion: CROSSWALK.version,
  own: { ...facts.codes, fromCode: fromCodeOf(facts.codes) },
  taxonomies: TAXONOMIES.map((system) => ({
    system,
    listVersion: TAXONOMY_LISTS[system].version,
    proposal: proposalBody(facts, system),
    assigned: facts.assigned[system] ?? [],
    choices: facts.choices.filter((choice) => choice.system === system).map(({ system: _system, ...choice }) => choice),
  })),
});

const proposalBody = ({ codes }: SafetyEventFormatsRow['facts'], system: Taxonomy): ProposalBody => {
  const proposal = crosswalk(codes, system);
  switch (proposal.kind) {
    case 'one':
      return { kind: 'one', codes: [proposal.code] };
    case 'choices':
      return proposal;
    case 'none':
      return { kind: 'none', codes: [], why: proposal.why };
  }
};
