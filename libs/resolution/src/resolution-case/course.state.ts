import type { Instant } from '#kernel/core';
import type { CaseState, ResolutionKind } from './resolution-case.codes.js';
import type { CaseFact, ResolutionCaseFact } from './resolution-case.events.js';

/** The state a case is in once its team was activated. */
export type ActiveState = Exclude<CaseState, 'requested' | 'withdrawn'>;

/** Where a case stands, and what it comes back to. */
export interface Course {
  readonly status: ActiveState;
  /** What the last hold came over: it is left for that state. */
  readonly heldFrom: ActiveState | undefined;
  /** How often it was begun: 1 the first time through. */
  readonly cycle: number;
  readonly resolution: ResolutionKind | undefined;
  /** A demand or a suit came. */
  readonly claimed: boolean;
  readonly transferAsked: { readonly receiver: string; readonly to: string; readonly askedAt: Instant } | undefined;
  /** Cases of the same patient that a person has to choose from. */
  readonly mergeWith: readonly string[];
  /** Cases that went on in this one. */
  readonly absorbed: readonly string[];
  /** The safety events of those, other than its own. */
  readonly alsoOf: readonly string[];
  /** The patient by the other ids that they have on those. */
  readonly alsoPatient: readonly string[];
  /** The case that goes on instead of this one. */
  readonly mergedInto: string | undefined;
}

export const begun: Course = {
  status: 'activated',
  heldFrom: undefined,
  cycle: 1,
  resolution: undefined,
  claimed: false,
  transferAsked: undefined,
  mergeWith: [],
  absorbed: [],
  alsoOf: [],
  alsoPatient: [],
  mergedInto: undefined,
};

/** Where a case goes, whatever it comes from (domain.md 8.8). */
const GOES: Readonly<Partial<Record<ResolutionCaseFact['type'], ActiveState>>> = {
  DeterminationOpened: 'determining',
  ReasonableCareExplained: 'explained',
  DeterminationRevised: 'determining',
  OfferMade: 'offered',
  OfferRevised: 'negotiating',
  OfferDeclined: 'negotiating',
  OfferWithdrawn: 'negotiating',
  ResolutionReached: 'resolved',
  ResolutionCaseClosed: 'closed',
  SuitFiled: 'outside',
  CaseReturnedFromOutside: 'negotiating',
  ResolutionCaseTransferred: 'transferred',
  ResolutionCaseMerged: 'merged',
  ResolutionCaseReopened: 'reviewing',
};

const untold = (status: ActiveState): boolean => status === 'activated' || status === 'disclosing';

/** The state after a fact; most facts leave it. */
const statusAfter = ({ status, heldFrom }: Course, { type, data }: ResolutionCaseFact): ActiveState => {
  switch (type) {
    case 'DisclosureAttempted':
      return status === 'activated' ? 'disclosing' : status;
    case 'InitialDisclosureHeld':
    case 'DisclosureExceptionRecorded':
      return untold(status) ? 'reviewing' : status;
    case 'CareDeterminationMade':
      return data.determination === 'unreasonable' || data.determination === 'mixed' ? 'offer_preparing' : status;
    case 'OfferExpired': // a clock says so, wherever the case is by then: it brings back none that has gone on
      return status === 'offered' ? 'negotiating' : status;
    case 'PatientDeclinedProgram':
      return data.scope === 'program' ? 'declined' : status;
    case 'CasePlacedOnHold':
      return 'on_hold';
    case 'CaseResumed':
      return heldFrom ?? status;
    case 'ClaimReceived':
      return data.endsTalks ? 'outside' : status;
    default:
      return GOES[type] ?? status;
  }
};

export type CourseFact = CaseFact<
  | 'DisclosureAttempted'
  | 'InitialDisclosureHeld'
  | 'DisclosureExceptionRecorded'
  | 'CasePlacedOnHold'
  | 'OfferExpired'
  | 'ResolutionReached'
  | 'ResolutionCaseReopened'
  | 'ClaimReceived'
  | 'SuitFiled'
  | 'ResolutionCaseTransferAsked'
  | 'CaseMergeRequired'
  | 'ResolutionCaseMerged'
  | 'ResolutionCaseAbsorbed'
>;

const together = (some: readonly string[], ...more: readonly string[]): readonly string[] => [
  ...new Set([...some, ...more]),
];

/** What a fact adds to where a case stands, beside its state. */
const noted = (course: Course, fact: ResolutionCaseFact): Partial<Course> => {
  const { type, data } = fact as CourseFact;
  switch (type) {
    // told, or tried, while the case waits: it comes back to where that has brought it
    case 'DisclosureAttempted':
    case 'InitialDisclosureHeld':
    case 'DisclosureExceptionRecorded':
      return course.status === 'on_hold' && course.heldFrom
        ? { heldFrom: statusAfter({ ...course, status: course.heldFrom }, fact) }
        : {};
    case 'CasePlacedOnHold':
      return { heldFrom: course.status };
    case 'OfferExpired':
      return course.heldFrom === 'offered' ? { heldFrom: 'negotiating' } : {};
    case 'ResolutionReached':
      return { resolution: data.kind };
    case 'ResolutionCaseReopened':
      return { resolution: undefined, cycle: data.cycle, transferAsked: undefined };
    case 'ClaimReceived':
    case 'SuitFiled':
      return { claimed: true };
    case 'ResolutionCaseTransferAsked':
      return { transferAsked: { receiver: data.receiver, to: data.to, askedAt: data.askedAt } };
    case 'CaseMergeRequired':
      return { mergeWith: together(course.mergeWith, data.with) };
    case 'ResolutionCaseAbsorbed':
      return {
        mergeWith: course.mergeWith.filter((one) => one !== data.absorbed),
        absorbed: together(course.absorbed, data.absorbed),
        alsoPatient: data.patient ? together(course.alsoPatient, data.patient) : course.alsoPatient,
        alsoOf: together(course.alsoOf, ...data.safetyEvents.filter((one) => one !== data.safetyEventId)),
      };
    case 'ResolutionCaseMerged':
      return { mergedInto: data.into };
    default:
      return {}; // a fact of another theme
  }
};

/** The course of a case after any fact of it. */
export const courseAfter = (course: Course, fact: ResolutionCaseFact): Course => {
  const { heldFrom, resolution, cycle, claimed, transferAsked, mergeWith, absorbed, alsoOf, alsoPatient, mergedInto } =
    course;
  return {
    heldFrom,
    resolution,
    cycle,
    claimed,
    transferAsked,
    mergeWith,
    absorbed,
    alsoOf,
    alsoPatient,
    mergedInto,
    ...noted(course, fact),
    status: statusAfter(course, fact),
  };
};
