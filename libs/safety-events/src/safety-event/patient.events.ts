import {
  code,
  coded,
  eventType,
  group,
  instant,
  list,
  maybe,
  open,
  optional,
  PRECISIONS,
  sealed,
  text,
  uuid,
} from '#kernel/core';
import { REVIEW_METHODS, REVIEW_TRIGGERS } from './follow-up.codes.js';
import {
  AGE_BANDS,
  ASSESSMENT_TIMINGS,
  DEATH_SOURCES,
  ETHNICITIES,
  EVIDENCE_KINDS,
  HARM_BASES,
  HARM_DURATIONS,
  INVOLVEMENTS,
  PAYERS,
  RACES,
  SEXES,
  STAFF_RELATIONS,
  YES_NO_UNKNOWN,
} from './patient.codes.js';
import { HARM_SEVERITIES } from './safety-event.codes.js';

/** A rating of residual harm, beside all that came before it: none is ever overwritten (standards.md 1). */
export const harmSeverityAssessed = eventType('HarmSeverityAssessed', 1, {
  /** The rating that stood before; absent where there was none. */
  from: optional(open('OPER', code(HARM_SEVERITIES))),
  to: open('OPER', code(HARM_SEVERITIES)),
  duration: optional(open('OPER', code(HARM_DURATIONS))),
  /** Counted from the event to the assessment. */
  timing: optional(open('OPER', code(ASSESSMENT_TIMINGS))),
  basis: open('OPER', code(HARM_BASES)),
  rationale: optional(sealed('PHI', text(4000))),
  assessedBy: open('OPER', uuid()),
});

/** A patient of the event, by an id that only it and its cases know, with coded facts as they were then. */
export const patientLinked = eventType('PatientLinked', 1, {
  patient: open('OPER', uuid()),
  /** The patient's record number. */
  patientRef: optional(sealed('PHI', text(100))),
  facts: open(
    'PHI',
    group({
      race: maybe(list(code(RACES), 7)),
      ethnicity: maybe(code(ETHNICITIES)),
      /** BCP 47, as `es`. */
      language: maybe(coded()),
      interpreterNeeded: maybe(code(YES_NO_UNKNOWN)),
      sex: maybe(code(SEXES)),
      ageBand: maybe(code(AGE_BANDS)),
      payer: maybe(code(PAYERS)),
      rescueAttempted: maybe(code(YES_NO_UNKNOWN)),
      longerStay: maybe(code(YES_NO_UNKNOWN)),
      patientOrFamilyNotified: maybe(code(YES_NO_UNKNOWN)),
    }),
  ),
  linkedBy: open('OPER', uuid()),
});

export const patientDeathRecorded = eventType('PatientDeathRecorded', 1, {
  patient: open('OPER', uuid()),
  diedAt: open('PHI', group({ value: instant(), precision: code(PRECISIONS) })),
  source: open('OPER', code(DEATH_SOURCES)),
  recordedBy: open('OPER', uuid()),
});

export const evidenceSequestered = eventType('EvidenceSequestered', 1, {
  items: open('OPER', list(code(EVIDENCE_KINDS), 20)),
  /** What exactly, where it is kept, and with which settings untouched. */
  description: optional(sealed('PHI', text(4000))),
  sequesteredAt: open('OPER', instant()),
  sequesteredBy: open('OPER', uuid()),
});

/** Somebody who works here was involved: they are owed support, and are never on the review's team. */
export const involvedStaffIdentified = eventType('InvolvedStaffIdentified', 1, {
  staff: open('IDENT', uuid()),
  involvement: open('IDENT', code(INVOLVEMENTS)),
  /** Absent: employed. */
  relation: optional(open('IDENT', code(STAFF_RELATIONS))),
  identifiedAt: open('OPER', instant()),
  identifiedBy: open('OPER', uuid()),
  /** The resolution cases on it by then, open or ended: each has to know. A later one is told when it is linked. */
  cases: optional(open('OPER', list(uuid()))),
});

export const reviewRequired = eventType('ReviewRequired', 1, {
  method: open('OPER', code(REVIEW_METHODS)),
  trigger: open('OPER', code(REVIEW_TRIGGERS)),
  requiredAt: open('OPER', instant()),
  requiredBy: open('OPER', uuid()),
});
