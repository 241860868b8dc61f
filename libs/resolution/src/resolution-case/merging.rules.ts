import { type DomainCommand, type Instant, refuse } from '#kernel/core';
import { type AbsorbCase, absorb } from './absorbing.rules.js';
import { checkMergeable } from './mergeable.rules.js';
import { type CaseState, OPEN_STATES } from './resolution-case.codes.js';
import { type ActiveCase, type By, type Facts, type ResolutionCase, type Rules } from './resolution-case.rules.js';
import { isActive } from './resolution-case.state.js';
import { alsoOf, isSettled, unsettled } from './settled.rules.js';
import { type Asked, checkPack } from './statutory.rules.js';

/** Whether two cases are of the same patient, as far as the record numbers that they were begun with tell. */
export type PatientMatch = 'same' | 'different' | 'unknown';

/** The safety events of two cases were merged: an automation asks a person which case goes on (domain.md 8.15, no. 6). */
export type RequireCaseMerge = DomainCommand<
  'RequireCaseMerge',
  {
    with: string;
    /** The other one, as it stands. */
    other: ResolutionCase;
    patients: PatientMatch;
    at: Instant;
  }
>;
export type MergeCase = DomainCommand<
  'MergeCase',
  {
    /** The one that is merged. */
    itself: string;
    /** The one that goes on. */
    into: string;
    /** That one, as it stands. */
    other: ResolutionCase;
    patients: PatientMatch;
    /** What the law that was pinned to it asks of a disclosure in writing; the handler reads it from the pack. */
    pack?: Asked;
    at: Instant;
  } & By
>;

const OPEN = new Set<CaseState>(OPEN_STATES);
const isOpen = (one: ResolutionCase): one is ActiveCase => isActive(one) && OPEN.has(one.status) && !isSettled(one);

type Owned = Extract<ResolutionCase, { readonly safetyEventId: string }>;

/** Cases of one safety event are of several patients, unless one of them was linked twice: there is one for each (INV-22). */
const ofOthers = (patients: PatientMatch, one: Owned, other: Owned): boolean =>
  patients === 'different' ||
  (patients === 'unknown' && one.safetyEventId === other.safetyEventId && one.patient !== other.patient);

/** Written on a case, or on the request for one, where two are at work for what may be one patient. Never merged by itself. */
export const requireMerge = (
  { with: other, other: state, patients, at }: RequireCaseMerge['data'],
  before: ResolutionCase,
): Facts => {
  if (!atWork(before) || !atWork(state) || ofOthers(patients, before, state)) return [];
  if (before.mergeWith.includes(other)) return [];
  return [
    {
      type: 'CaseMergeRequired',
      data: { safetyEventId: before.safetyEventId, with: other, requiredAt: at },
    },
  ];
};

/** Asked for, or open: it could go on in another one, or another one in it. */
const atWork = (one: ResolutionCase): one is Extract<ResolutionCase, { readonly mergeWith: readonly string[] }> =>
  one.status === 'requested' || isOpen(one);

/** A person says that the case goes on in another one of the same patient; it takes nothing more. */
export const merge = (
  { itself, into, other, patients, pack, at, by }: MergeCase['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const before = unsettled(resolutionCase);
  if (into === itself)
    return refuse('resolution-case/merged-into-itself', 'A case cannot be merged into itself.', 'into');
  if (other.status === 'none') return refuse('resolution-case/unknown-case', 'There is no such case.', 'into');
  if (!isOpen(other))
    return refuse('resolution-case/target-not-open', 'The case that goes on has its team, and is open.', 'into');
  if (ofOthers(patients, before, other))
    return refuse('resolution-case/other-patient', 'These cases are of different patients.', 'into');
  checkPack(pack, before);
  checkMergeable(before, other, pack);
  return [
    {
      type: 'ResolutionCaseMerged',
      data: { safetyEventId: before.safetyEventId, into, mergedAt: at, mergedBy: by, ...alsoOf(before) },
    },
  ];
};

export type MergingCommand = RequireCaseMerge | MergeCase | AbsorbCase;

export const mergingRules: Rules<MergingCommand> = {
  RequireCaseMerge: requireMerge,
  MergeCase: merge,
  AbsorbCase: absorb,
};
