import { code, eventType, instant, list, open, optional, sealed, text, uuid } from '#kernel/core';
import { INSURER_OUTCOMES, NO_REFERRAL, REFERRAL_REASONS } from './offer.codes.js';
import {
  ATTENDEES,
  CRITERIA,
  CRITERION_RESULTS,
  DETERMINATION_BASES,
  DETERMINATIONS,
  MODES,
  REVISION_REASONS,
} from './resolution-case.codes.js';

const safetyEventId = open('OPER', uuid());

export const determinationOpened = eventType('DeterminationOpened', 1, {
  safetyEventId,
  basis: open('OPER', code(DETERMINATION_BASES)),
  openedBy: open('OPER', uuid()),
});

/** One of the three criteria; its result and what it rests on are counsel's. */
export const criterionAssessed = eventType('CriterionAssessed', 1, {
  safetyEventId,
  criterion: open('OPER', code(CRITERIA)),
  result: open('LEGAL', code(CRITERION_RESULTS)),
  /** On what it rests, as a reference that counsel follows. */
  basisRef: optional(sealed('LEGAL', text(500))),
  rationale: optional(sealed('LEGAL', text(4000))),
  assessedBy: open('OPER', uuid()),
});

export const careDeterminationMade = eventType('CareDeterminationMade', 1, {
  safetyEventId,
  determination: open('OPER', code(DETERMINATIONS)),
  by: open('OPER', list(uuid())),
  rationale: optional(sealed('LEGAL', text(4000))),
});

export const reasonableCareExplained = eventType('ReasonableCareExplained', 1, {
  safetyEventId,
  explainedAt: open('OPER', instant()),
  mode: open('OPER', code(MODES)),
  attendees: open('OPER', list(code(ATTENDEES))),
  /** Which of the recorded people heard it. Absent in what was recorded before: who it was is not known then. */
  persons: optional(open('OPER', list(uuid()))),
  explanation: sealed('SHARED', text()),
  explainedBy: open('OPER', uuid()),
});

/** What was determined does not hold any more: the criteria are assessed anew. */
export const determinationRevised = eventType('DeterminationRevised', 1, {
  safetyEventId,
  reason: open('OPER', code(REVISION_REASONS)),
  note: optional(sealed('LEGAL', text(4000))),
  revisedBy: open('OPER', uuid()),
});

export const insurerReferralMade = eventType('InsurerReferralMade', 1, {
  safetyEventId,
  reason: open('OPER', code(REFERRAL_REASONS)),
  insurer: sealed('LEGAL', text(200)),
  reference: optional(sealed('LEGAL', text(200))),
  referredAt: open('OPER', instant()),
  referredBy: open('OPER', uuid()),
});

/** There is no insurer to refer to (domain.md 2.3, RES-02). */
export const insurerReferralNotNeeded = eventType('InsurerReferralNotNeeded', 1, {
  safetyEventId,
  reason: open('OPER', code(NO_REFERRAL)),
  recordedBy: open('OPER', uuid()),
});

export const insurerReviewCompleted = eventType('InsurerReviewCompleted', 1, {
  safetyEventId,
  outcome: open('LEGAL', code(INSURER_OUTCOMES)),
  note: optional(sealed('LEGAL', text(4000))),
  completedAt: open('OPER', instant()),
  recordedBy: open('OPER', uuid()),
});

/** Counsel lets responsibility be taken before the determination. */
export const counselReleaseGiven = eventType('CounselReleaseGiven', 1, {
  safetyEventId,
  releasedBy: open('LEGAL', uuid()),
  note: optional(sealed('LEGAL', text(4000))),
});

/** An apology of its own, outside of a conversation that was recorded as one (domain.md 8.8). */
export const apologyGiven = eventType('ApologyGiven', 1, {
  safetyEventId,
  kind: open('SHARED', code(['empathy', 'responsibility'])),
  mode: open('OPER', code(MODES)),
  /** What the law here protects: of the pinned policy pack; `unknown` where it says nothing. */
  protection: open('OPER', code(['none', 'sympathy', 'fault', 'unknown'])),
  givenAt: open('OPER', instant()),
  givenBy: open('OPER', uuid()),
});

export const determinationCatalogue = [
  determinationOpened,
  criterionAssessed,
  careDeterminationMade,
  reasonableCareExplained,
  determinationRevised,
  insurerReferralMade,
  insurerReferralNotNeeded,
  insurerReviewCompleted,
  counselReleaseGiven,
  apologyGiven,
] as const;
