import { type DomainCommand, type Instant, refuse } from '#kernel/core';
import { type CaseState, OPEN_STATES } from './resolution-case.codes.js';
import {
  type ActiveCase,
  active,
  type By,
  type Facts,
  type ResolutionCase,
  type Rules,
} from './resolution-case.rules.js';
import { isActive } from './resolution-case.state.js';
import { alsoOf, isSettled, unsettled } from './settled.rules.js';

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
    at: Instant;
  } & By
>;
export type AbsorbCase = DomainCommand<
  'AbsorbCase',
  {
    absorbed: string;
    /** As it was when it was merged. */
    from: ActiveCase;
    at: Instant;
  }
>;

const OPEN = new Set<CaseState>(OPEN_STATES);
const isOpen = (one: ResolutionCase): one is ActiveCase => isActive(one) && OPEN.has(one.status) && !isSettled(one);

type Owned = Extract<ResolutionCase, { readonly safetyEventId: string }>;

/** Cases of one safety event are of several patients: there is one for each (INV-22). */
const ofOthers = (patients: PatientMatch, one: Owned, other: Owned): boolean =>
  patients === 'different' || (one.safetyEventId === other.safetyEventId && one.patient !== other.patient);

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
  { itself, into, other, patients, at, by }: MergeCase['data'],
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
  return [
    {
      type: 'ResolutionCaseMerged',
      data: { safetyEventId: before.safetyEventId, into, mergedAt: at, mergedBy: by, ...alsoOf(before) },
    },
  ];
};

/**
 * On the one that goes on: what the patient is still owed by the other. It is written even where this one has ended
 * meanwhile, so that it is known when it is opened again.
 */
export const absorb = ({ absorbed, from, at }: AbsorbCase['data'], resolutionCase: ResolutionCase): Facts => {
  const before = isActive(resolutionCase) ? resolutionCase : active(resolutionCase);
  if (before.absorbed.includes(absorbed)) return [];
  const { talks, care } = from;
  const asked = new Set(before.talks.questions.map(({ question }) => question));
  const promised = new Set(before.talks.promises.map(({ promise }) => promise));
  return [
    {
      type: 'ResolutionCaseAbsorbed',
      data: {
        safetyEventId: before.safetyEventId,
        absorbed,
        absorbedAt: at,
        safetyEvents: [...new Set([from.safetyEventId, ...from.alsoOf])],
        questions: talks.questions
          .filter((one) => !one.answered && !asked.has(one.question))
          .map((one) => one.question),
        promises: talks.promises
          .filter((one) => !one.kept && !promised.has(one.promise))
          .map(({ promise, owner, dueAt, handedOver }) => ({ promise, owner, dueAt, handedOver })),
        billHeld: care.hold === 'on',
      },
    },
  ];
};

export type MergingCommand = RequireCaseMerge | MergeCase | AbsorbCase;

export const mergingRules: Rules<MergingCommand> = {
  RequireCaseMerge: requireMerge,
  MergeCase: merge,
  AbsorbCase: absorb,
};
