import {
  code,
  coded,
  eventType,
  flag,
  group,
  instant,
  list,
  maybe,
  open,
  optional,
  sealed,
  text,
  title,
  uuid,
  whole,
} from '#kernel/core';
import { HOLD_REASONS, RECEIVERS, REOPEN_REASONS } from './ending.codes.js';
import { RESOLUTION_KINDS } from './resolution-case.codes.js';

const safetyEventId = open('OPER', uuid());

/** Other safety events whose cases went on in this one: what ends it, or opens it again, concerns them as well (INV-07). */
const alsoOf = optional(open('OPER', list(uuid())));

export const resolutionReached = eventType('ResolutionReached', 1, {
  safetyEventId,
  kind: open('OPER', code(RESOLUTION_KINDS)),
  reachedBy: open('OPER', uuid()),
});

export const resolutionCaseClosed = eventType('ResolutionCaseClosed', 1, {
  safetyEventId,
  closedBy: open('OPER', uuid()),
  alsoOf,
  summary: optional(sealed('PHI', text(4000))),
});

export const casePlacedOnHold = eventType('CasePlacedOnHold', 1, {
  safetyEventId,
  reason: open('OPER', code(HOLD_REASONS)),
  /** When we ask again; absent: when they come to us. */
  until: optional(open('SHARED', instant())),
  note: optional(sealed('PHI', text(4000))),
  heldAt: open('OPER', instant()),
  heldBy: open('OPER', uuid()),
});

export const caseResumed = eventType('CaseResumed', 1, {
  safetyEventId,
  resumedAt: open('OPER', instant()),
  resumedBy: open('OPER', uuid()),
});

/** A demand for money in writing. The patient may keep talking with us. */
export const claimReceived = eventType('ClaimReceived', 1, {
  safetyEventId,
  receivedAt: open('OPER', instant()),
  endsTalks: open('OPER', flag()),
  reference: optional(sealed('LEGAL', text(200))),
  recordedBy: open('OPER', uuid()),
});

export const suitFiled = eventType('SuitFiled', 1, {
  safetyEventId,
  filedAt: open('OPER', instant()),
  court: optional(sealed('LEGAL', text(200))),
  reference: optional(sealed('LEGAL', text(200))),
  recordedBy: open('OPER', uuid()),
});

export const caseReturnedFromOutside = eventType('CaseReturnedFromOutside', 1, {
  safetyEventId,
  returnedAt: open('OPER', instant()),
  returnedBy: open('OPER', uuid()),
});

/** Another organization is asked to take the case over; until it has, the case is ours (domain.md 8.16). */
export const resolutionCaseTransferAsked = eventType('ResolutionCaseTransferAsked', 1, {
  safetyEventId,
  receiver: open('OPER', code(RECEIVERS)),
  to: open('OPER', title()),
  askedAt: open('OPER', instant()),
  askedBy: open('OPER', uuid()),
});

/** It has, and the patient knows who their contact is. */
export const resolutionCaseTransferred = eventType('ResolutionCaseTransferred', 1, {
  safetyEventId,
  receiver: open('OPER', code(RECEIVERS)),
  to: open('OPER', title()),
  acceptedBy: sealed('PHI', text(200)),
  patientToldAt: open('OPER', instant()),
  transferredAt: open('OPER', instant()),
  transferredBy: open('OPER', uuid()),
  alsoOf,
});

/** Two safety events of one patient were one: a person has to say which case goes on (domain.md 8.15, process 6). */
export const caseMergeRequired = eventType('CaseMergeRequired', 1, {
  safetyEventId,
  with: open('OPER', uuid()),
  requiredAt: open('OPER', instant()),
});

export const resolutionCaseMerged = eventType('ResolutionCaseMerged', 1, {
  safetyEventId,
  /** The case that goes on. */
  into: open('OPER', uuid()),
  mergedAt: open('OPER', instant()),
  mergedBy: open('OPER', uuid()),
  alsoOf,
});

/** Another case of the same patient goes on in this one, with all that the patient is still owed by it (INV-28). */
export const resolutionCaseAbsorbed = eventType('ResolutionCaseAbsorbed', 1, {
  safetyEventId,
  absorbed: open('OPER', uuid()),
  absorbedAt: open('OPER', instant()),
  /** Its patient, by the id that they have on its safety event. Left out in what was recorded before. */
  patient: optional(open('OPER', uuid())),
  /** The safety events that it was the case of. */
  safetyEvents: open('OPER', list(uuid())),
  /** Questions that wait for their answer; their words stand in the other case. */
  questions: open('SHARED', list(uuid(), 1000)),
  /** Promises that are not kept yet. */
  promises: open('OPER', list(group({ promise: uuid(), owner: uuid(), dueAt: instant(), handedOver: flag() }), 1000)),
  /** A bill was held there, and is held here now. */
  billHeld: open('OPER', flag()),
  /** When bills were held there; the last without an end where one still is. Absent where none ever was. */
  holds: optional(open('OPER', list(group({ from: instant(), until: maybe(instant()) })))),
});

export const resolutionCaseReopened = eventType('ResolutionCaseReopened', 1, {
  safetyEventId,
  /** Counted from the first time through, which is 1. */
  cycle: open('OPER', whole(2, 1000)),
  reason: open('OPER', code(REOPEN_REASONS)),
  note: optional(sealed('PHI', text(4000))),
  reopenedAt: open('OPER', instant()),
  reopenedBy: open('OPER', uuid()),
  alsoOf,
});

/** Where the case was kept before it was brought in from a spreadsheet: its reference there. */
export const caseBroughtIn = eventType('CaseBroughtIn', 1, {
  safetyEventId,
  reference: open('OPER', coded()),
  broughtInBy: open('OPER', uuid()),
});

export const endingCatalogue = [
  resolutionReached,
  resolutionCaseClosed,
  casePlacedOnHold,
  caseResumed,
  claimReceived,
  suitFiled,
  caseReturnedFromOutside,
  resolutionCaseTransferAsked,
  resolutionCaseTransferred,
  caseMergeRequired,
  resolutionCaseMerged,
  resolutionCaseAbsorbed,
  resolutionCaseReopened,
  caseBroughtIn,
] as const;
