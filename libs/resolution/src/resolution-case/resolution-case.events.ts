import { code, type EventOf, eventType, flag, instant, list, open, optional, sealed, text, uuid } from '#kernel/core';
import {
  APOLOGIES,
  ATTEMPT_OUTCOMES,
  ATTENDEES,
  BILLABLE,
  CRITERIA,
  CRITERION_RESULTS,
  DETERMINATION_BASES,
  DETERMINATIONS,
  EXCEPTION_KINDS,
  MODES,
  PAYER_NOTICES,
  RESOLUTION_KINDS,
  TRIGGERS,
  WITHDRAWALS,
} from './resolution-case.codes.js';

/** Every fact of a case names its safety event, so that a reader can fold both by one key. */
const safetyEventId = open('OPER', uuid());

/** An automation asks that a response team be activated; the claim on safety event and patient holds INV-22. */
export const activationRequested = eventType('ActivationRequested', 1, {
  safetyEventId,
  /** The patient, as the safety event knows them. */
  patient: open('OPER', uuid()),
  trigger: open('OPER', code(TRIGGERS)),
  /** When the safety event was identified as a CANDOR event. */
  identifiedAt: open('OPER', instant()),
});

export const activationWithdrawn = eventType('ActivationWithdrawn', 1, {
  safetyEventId,
  reason: open('OPER', code(WITHDRAWALS)),
});

export const responseTeamActivated = eventType('ResponseTeamActivated', 1, {
  safetyEventId,
  patient: open('OPER', uuid()),
  members: open('OPER', list(uuid())),
  communicationLead: open('OPER', uuid()),
  /** Who answers for the case. */
  owner: open('OPER', uuid()),
  billable: open('OPER', code(BILLABLE)),
  activatedAt: open('OPER', instant()),
  activatedBy: open('OPER', uuid()),
  patientName: optional(sealed('PHI', text(200))),
  /** The patient's record number. */
  patientRef: optional(sealed('PHI', text(100))),
});

export const disclosureAttempted = eventType('DisclosureAttempted', 1, {
  safetyEventId,
  mode: open('OPER', code(MODES)),
  outcome: open('OPER', code(ATTEMPT_OUTCOMES)),
  attemptedAt: open('OPER', instant()),
  attemptedBy: open('OPER', uuid()),
  note: optional(sealed('PHI', text(4000))),
});

/** The record of a first conversation (domain.md 1.2). What was said is what the patient was told: SHARED. */
export const initialDisclosureHeld = eventType('InitialDisclosureHeld', 1, {
  safetyEventId,
  heldAt: open('OPER', instant()),
  mode: open('OPER', code(MODES)),
  attendees: open('OPER', list(code(ATTENDEES))),
  interpreterUsed: open('OPER', flag()),
  apology: open('SHARED', code(APOLOGIES)),
  factsTold: sealed('SHARED', text()),
  questions: optional(sealed('SHARED', list(text(2000)))),
  promises: optional(sealed('SHARED', list(text(2000)))),
  materials: optional(sealed('SHARED', list(text(200)))),
  nextContactAt: optional(open('OPER', instant())),
  documentedInChart: open('OPER', flag()),
  heldBy: open('OPER', uuid()),
});

export const disclosureExceptionRecorded = eventType('DisclosureExceptionRecorded', 1, {
  safetyEventId,
  kind: open('OPER', code(EXCEPTION_KINDS)),
  recordedBy: open('OPER', uuid()),
  explanation: optional(sealed('PHI', text(4000))),
});

/** The one person whom patient and family can reach (domain.md 0.3). */
export const liaisonAssigned = eventType('LiaisonAssigned', 1, {
  safetyEventId,
  liaison: open('OPER', uuid()),
  /** Whether the patient has been given a way to reach them. */
  contactGiven: open('OPER', flag()),
  assignedBy: open('OPER', uuid()),
});

export const billabilityEstablished = eventType('BillabilityEstablished', 1, {
  safetyEventId,
  billable: open('OPER', code(BILLABLE)),
  establishedBy: open('OPER', uuid()),
});

export const billingHoldPlaced = eventType('BillingHoldPlaced', 1, {
  safetyEventId,
  placedAt: open('OPER', instant()),
  placedBy: open('OPER', uuid()),
  payerNotice: open('OPER', code(PAYER_NOTICES)),
  accounts: optional(sealed('PHI', list(text(100)))),
});

export const billingHoldReleased = eventType('BillingHoldReleased', 1, {
  safetyEventId,
  releasedBy: open('OPER', uuid()),
  note: optional(sealed('PHI', text(4000))),
});

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
  explanation: sealed('SHARED', text()),
  explainedBy: open('OPER', uuid()),
});

export const resolutionReached = eventType('ResolutionReached', 1, {
  safetyEventId,
  kind: open('OPER', code(RESOLUTION_KINDS)),
  reachedBy: open('OPER', uuid()),
});

export const resolutionCaseClosed = eventType('ResolutionCaseClosed', 1, {
  safetyEventId,
  closedBy: open('OPER', uuid()),
  summary: optional(sealed('PHI', text(4000))),
});

export const caseHandedOver = eventType('CaseHandedOver', 1, {
  safetyEventId,
  from: open('OPER', uuid()),
  to: open('OPER', uuid()),
  handedOverBy: open('OPER', uuid()),
  note: optional(sealed('PHI', text(4000))),
});

export const resolutionCaseCatalogue = [
  activationRequested,
  activationWithdrawn,
  responseTeamActivated,
  disclosureAttempted,
  initialDisclosureHeld,
  disclosureExceptionRecorded,
  liaisonAssigned,
  billabilityEstablished,
  billingHoldPlaced,
  billingHoldReleased,
  determinationOpened,
  criterionAssessed,
  careDeterminationMade,
  reasonableCareExplained,
  resolutionReached,
  resolutionCaseClosed,
  caseHandedOver,
] as const;
export type ResolutionCaseFact = EventOf<(typeof resolutionCaseCatalogue)[number]>;
