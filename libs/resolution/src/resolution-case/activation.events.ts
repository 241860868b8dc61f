import { code, eventType, flag, instant, list, open, optional, sealed, text, uuid } from '#kernel/core';
import { BILLABLE, TRIGGERS, WITHDRAWALS } from './resolution-case.codes.js';

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
  /** When the harm came to pass, as it was known then: its day says which law the case goes by (domain.md 8.3). */
  eventAt: optional(open('OPER', instant())),
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

/** The one person whom patient and family can reach (domain.md 0.3). */
export const liaisonAssigned = eventType('LiaisonAssigned', 1, {
  safetyEventId,
  liaison: open('OPER', uuid()),
  /** Whether the patient has been given a way to reach them. */
  contactGiven: open('OPER', flag()),
  assignedBy: open('OPER', uuid()),
});

export const caseHandedOver = eventType('CaseHandedOver', 1, {
  safetyEventId,
  from: open('OPER', uuid()),
  to: open('OPER', uuid()),
  handedOverBy: open('OPER', uuid()),
  note: optional(sealed('PHI', text(4000))),
});

export const activationCatalogue = [
  activationRequested,
  activationWithdrawn,
  responseTeamActivated,
  liaisonAssigned,
  caseHandedOver,
] as const;
