import {
  code,
  coded,
  type EventOf,
  eventType,
  flag,
  list,
  open,
  optional,
  sealed,
  text,
  uuid,
  whole,
} from '#kernel/core';
import { taxonomyAssigned } from '../taxonomies/taxonomy.events.js';
import {
  candorEventIdentified,
  caseDisclosureNoted,
  caseEndNoted,
  caseLinked,
  crpEligibilityDetermined,
  leadershipNotified,
} from './crp.events.js';
import {
  duplicateAbsorbed,
  duplicateDismissed,
  duplicateReleased,
  safetyEventLinked,
  safetyEventMerged,
  safetyEventUnmerged,
} from './duplicate.events.js';
import {
  externalReportSubmitted,
  psoSubmissionRecorded,
  safetyEventRedirected,
  safetyEventReturned,
  safetyEventTransferred,
} from './elsewhere.events.js';
import {
  addendumWritten,
  reporterFeedbackGiven,
  reporterMessageExchanged,
  safetyEventAssigned,
  safetyEventCorrected,
  safetyEventFlagged,
  safetyEventReopened,
} from './follow-up.events.js';
import {
  evidenceSequestered,
  harmSeverityAssessed,
  involvedStaffIdentified,
  patientDeathRecorded,
  patientLinked,
  reviewRequired,
} from './patient.events.js';
import { reportReceiptIssued, safetyEventReported } from './report.events.js';
import {
  CATEGORIES,
  DISPOSITIONS,
  EVENT_CLASSES,
  HARM_SEVERITIES,
  POPULATIONS,
  ROUTES,
  SERIOUS_LISTS,
  VOID_REASONS,
} from './safety-event.codes.js';

export const safetyEventTriaged = eventType('SafetyEventTriaged', 1, {
  /** The class as triage sees it; it may correct the reporter's. */
  eventClass: open('OPER', code(EVENT_CLASSES)),
  type: open('OPER', code(CATEGORIES)),
  harmSeverity: open('OPER', code(HARM_SEVERITIES)),
  /** Safety Assessment Codes (RCA2; domain.md 6.2), 1 to 3. */
  sacActual: optional(open('OPER', whole(1, 3))),
  sacPotential: optional(open('OPER', whole(1, 3))),
  route: open('OPER', code(ROUTES)),
  rationale: optional(sealed('PHI', text(4000))),
  /** Whom it concerns, where the report did not say or was wrong. */
  patientRef: optional(sealed('PHI', text(100))),
  population: optional(open('OPER', code(POPULATIONS))),
  triagedBy: open('OPER', uuid()),
});

export const safetyEventConfirmed = eventType('SafetyEventConfirmed', 1, {
  serious: open('OPER', flag()),
  lists: open('OPER', list(code(SERIOUS_LISTS))),
  /** Whom it concerns, where nothing before has said it. */
  patientRef: optional(sealed('PHI', text(100))),
  population: optional(open('OPER', code(POPULATIONS))),
  confirmedBy: open('OPER', uuid()),
});

export const safetyEventClosed = eventType(
  'SafetyEventClosed',
  2,
  {
    disposition: open('OPER', code(DISPOSITIONS)),
    summary: optional(sealed('PHI', text(4000))),
    closedBy: open('OPER', uuid()),
    /** The review that ended it; version 1 knew of none. */
    reviewId: optional(open('OPER', uuid())),
    /** Where a review was held outside of here: its number there. */
    reviewReference: optional(open('OPER', coded())),
  },
  [(data) => data],
);

export const safetyEventVoided = eventType(
  'SafetyEventVoided',
  2,
  {
    reason: open('OPER', code(VOID_REASONS)),
    explanation: optional(sealed('PHI', text(4000))),
    voidedBy: open('OPER', uuid()),
    /** Patients for whom a resolution case was asked. Version 1 knew of none. */
    patients: open('OPER', list(uuid())),
  },
  [(data) => ({ ...data, patients: [] })],
);

export const safetyEventCatalogue = [
  safetyEventReported,
  reportReceiptIssued,
  safetyEventTriaged,
  safetyEventConfirmed,
  safetyEventClosed,
  safetyEventVoided,
  candorEventIdentified,
  crpEligibilityDetermined,
  leadershipNotified,
  caseLinked,
  caseDisclosureNoted,
  caseEndNoted,
  harmSeverityAssessed,
  patientLinked,
  patientDeathRecorded,
  evidenceSequestered,
  involvedStaffIdentified,
  reviewRequired,
  safetyEventMerged,
  safetyEventUnmerged,
  duplicateAbsorbed,
  duplicateReleased,
  duplicateDismissed,
  safetyEventLinked,
  safetyEventRedirected,
  safetyEventReturned,
  safetyEventTransferred,
  externalReportSubmitted,
  psoSubmissionRecorded,
  safetyEventAssigned,
  safetyEventFlagged,
  addendumWritten,
  reporterMessageExchanged,
  reporterFeedbackGiven,
  safetyEventCorrected,
  safetyEventReopened,
  taxonomyAssigned,
] as const;
export type SafetyEventFact = EventOf<(typeof safetyEventCatalogue)[number]>;
