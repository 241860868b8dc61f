import {
  code,
  coded,
  type EventOf,
  eventType,
  flag,
  group,
  instant,
  list,
  open,
  optional,
  PRECISIONS,
  sealed,
  text,
  uuid,
  whole,
} from '#kernel/core';
import {
  CASE_ENDS,
  CATEGORIES,
  CRP_RULES,
  DISPOSITIONS,
  EVENT_CLASSES,
  FLAGS,
  HARM_SEVERITIES,
  HARMED,
  LEADER_GROUPS,
  NOTICE_CHANNELS,
  OVERRIDE_REASONS,
  POPULATIONS,
  ROUTES,
  SERIOUS_LISTS,
  SOURCES,
  VOID_REASONS,
} from './safety-event.codes.js';

const time = () => group({ value: instant(), precision: code(PRECISIONS) });

/** Type names are those of domain.md 8.4. */
export const safetyEventReported = eventType('SafetyEventReported', 1, {
  eventClass: open('OPER', code(EVENT_CLASSES)),
  category: optional(open('OPER', code(CATEGORIES))),
  harmed: open('OPER', code(HARMED)),
  /** Harm as the reporter or the source says; nobody here has rated it yet. */
  harmReported: optional(open('OPER', code(HARM_SEVERITIES))),
  narrative: optional(sealed('PHI', text())),
  immediateActions: optional(sealed('PHI', text())),
  eventAt: open('OPER', time()),
  discoveredAt: open('OPER', time()),
  facilityId: open('OPER', uuid()),
  unitId: optional(open('OPER', uuid())),
  source: open('OPER', code(SOURCES)),
  reporter: optional(open('IDENT', uuid())),
  /** The patient's record number. */
  patientRef: optional(sealed('PHI', text(100))),
  population: optional(open('OPER', code(POPULATIONS))),
  flags: optional(open('OPER', list(code(FLAGS)))),
  /** The codes of an outside source, as it gave them, by the source's own names. */
  sourceCodes: optional(open('OPER', list(group({ name: coded(), value: coded() }), 40))),
  /** What else the source says, in anybody's words. */
  sourceText: optional(sealed('OPER', list(group({ name: coded(), value: text(200) }), 40))),
  /** The version of the mapping that read the source. */
  mapping: optional(open('OPER', coded())),
});

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

export const safetyEventClosed = eventType('SafetyEventClosed', 1, {
  disposition: open('OPER', code(DISPOSITIONS)),
  summary: optional(sealed('PHI', text(4000))),
  closedBy: open('OPER', uuid()),
});

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

/** The organization recognizes unexpected harm to a patient: the clocks of the first hour start here (domain.md 0.2, 8.2). */
export const candorEventIdentified = eventType('CandorEventIdentified', 1, {
  identifiedAt: open('OPER', instant()),
  identifiedBy: open('OPER', uuid()),
});

export const crpEligibilityDetermined = eventType('CrpEligibilityDetermined', 1, {
  eligible: open('OPER', flag()),
  rule: open('OPER', code(CRP_RULES)),
  /** Where a reviewer decided otherwise than the rule: why, as a code and in words. */
  overrideReason: optional(open('OPER', code(OVERRIDE_REASONS))),
  explanation: optional(sealed('PHI', text(4000))),
  /** The patient, by an id that only this safety event and its cases know them by. */
  patient: open('OPER', uuid()),
  /** When it was identified as a CANDOR event: what is owed within the hour is counted from there. */
  identifiedAt: open('OPER', instant()),
  determinedBy: open('OPER', uuid()),
});

export const leadershipNotified = eventType('LeadershipNotified', 1, {
  group: open('OPER', code(LEADER_GROUPS)),
  channel: open('OPER', code(NOTICE_CHANNELS)),
  /** Who was told, by name or office. */
  persons: sealed('OPER', list(text(200))),
  notifiedAt: open('OPER', instant()),
  notifiedBy: open('OPER', uuid()),
});

/** A resolution case was asked for, or begun, on this safety event. */
export const caseLinked = eventType('CaseLinked', 1, { caseId: open('OPER', uuid()) });

/** The people harmed were told: what was told of cannot be voided any more. */
export const caseDisclosureNoted = eventType('CaseDisclosureNoted', 1, { caseId: open('OPER', uuid()) });

export const caseEndNoted = eventType('CaseEndNoted', 1, {
  caseId: open('OPER', uuid()),
  end: open('OPER', code(CASE_ENDS)),
});

export const safetyEventCatalogue = [
  safetyEventReported,
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
] as const;
export type SafetyEventFact = EventOf<(typeof safetyEventCatalogue)[number]>;
