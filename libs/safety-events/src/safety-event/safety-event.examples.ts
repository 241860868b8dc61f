import { secret } from '#kernel/core';
import type { SafetyEventCommand } from './safety-event.decider.js';
import type { SafetyEventFact } from './safety-event.events.js';

/** A fall on 4 West: Ana Ruiz slipped on a wet floor, broke her hip, and was found at nine. */
export const stMary = '0192a000-0000-7000-8000-000000000010';
export const rosa = '0192a000-0000-7000-8000-000000000021';
export const nine = '2026-03-02T09:00:00.000Z';
export const tenPastNine = '2026-03-02T09:10:00.000Z';

export const reportFall = {
  type: 'ReportSafetyEvent',
  data: {
    eventClass: 'incident',
    category: 'fall',
    harmed: 'patient',
    narrative: 'Slipped on a wet floor beside bed 12.',
    eventAt: { value: nine, precision: 'minute' },
    discoveredAt: { value: nine, precision: 'minute' },
    facilityId: stMary,
    source: 'staff_report',
    reporter: rosa,
    patientRef: 'MRN-0042',
    at: tenPastNine,
  },
} as const satisfies SafetyEventCommand;

const { at: _at, narrative, patientRef, ...told } = reportFall.data;
export const fallReported = {
  type: 'SafetyEventReported',
  data: { ...told, narrative: secret(narrative), patientRef: secret(patientRef) },
} as const satisfies SafetyEventFact;

/** Ana Ruiz, as this safety event and its case know her. */
export const ana = '0192a000-0000-7000-8000-000000000042';

export const triageFall = {
  type: 'TriageSafetyEvent',
  data: {
    type: 'fall',
    harmSeverity: 'moderate',
    sacActual: 2,
    sacPotential: 3,
    route: 'local_review',
    patient: ana,
    at: tenPastNine,
    by: rosa,
  },
} as const satisfies SafetyEventCommand;

const { by: _by, patient: _patient, at: _triagedAt, ...rated } = triageFall.data;
export const fallTriaged = {
  type: 'SafetyEventTriaged',
  data: { ...rated, eventClass: 'incident', triagedBy: rosa },
} as const satisfies SafetyEventFact;

export const confirmFall = {
  type: 'ConfirmSafetyEvent',
  data: { lists: [], by: rosa },
} as const satisfies SafetyEventCommand;
export const fallConfirmed = {
  type: 'SafetyEventConfirmed',
  data: { serious: false, lists: [], confirmedBy: rosa },
} as const satisfies SafetyEventFact;

export const closeFall = {
  type: 'CloseSafetyEvent',
  data: { disposition: 'reviewed', by: rosa },
} as const satisfies SafetyEventCommand;
export const fallClosed = {
  type: 'SafetyEventClosed',
  data: { disposition: 'reviewed', closedBy: rosa },
} as const satisfies SafetyEventFact;

export const voidFall = {
  type: 'VoidSafetyEvent',
  data: { reason: 'test', by: rosa },
} as const satisfies SafetyEventCommand;
export const fallVoided = {
  type: 'SafetyEventVoided',
  data: { reason: 'test', voidedBy: rosa, patients: [] },
} as const satisfies SafetyEventFact;

/** The case on it. */
export const anasCase = '0192a000-0000-7000-8000-000000000201';

export const identifyFall = {
  type: 'IdentifyCandorEvent',
  data: { at: tenPastNine, by: rosa },
} as const satisfies SafetyEventCommand;
export const fallIdentified = {
  type: 'CandorEventIdentified',
  data: { identifiedAt: tenPastNine, identifiedBy: rosa },
} as const satisfies SafetyEventFact;

export const determineFall = {
  type: 'DetermineCrpEligibility',
  data: { first: ana, by: rosa },
} as const satisfies SafetyEventCommand;
export const fallEligible = {
  type: 'CrpEligibilityDetermined',
  data: {
    eligible: true,
    rule: 'unexpected-harm-moderate-or-worse',
    patient: ana,
    identifiedAt: tenPastNine,
    eventAt: nine,
    determinedBy: rosa,
  },
} as const satisfies SafetyEventFact;

export const tellBoard = {
  type: 'NotifyLeadership',
  data: { group: 'board', channel: 'meeting', persons: ['Quality committee of the board'], at: tenPastNine, by: rosa },
} as const satisfies SafetyEventCommand;
export const boardTold = {
  type: 'LeadershipNotified',
  data: {
    group: 'board',
    channel: 'meeting',
    persons: secret(tellBoard.data.persons),
    notifiedAt: tenPastNine,
    notifiedBy: rosa,
  },
} as const satisfies SafetyEventFact;
export const chiefsTold = { ...boardTold, data: { ...boardTold.data, group: 'c_suite' } } as const;

export const linkCase = { type: 'LinkCase', data: { caseId: anasCase } } as const satisfies SafetyEventCommand;
export const caseLinked = { type: 'CaseLinked', data: { caseId: anasCase } } as const satisfies SafetyEventFact;
export const noteDisclosure = {
  type: 'NoteCaseDisclosure',
  data: { caseId: anasCase },
} as const satisfies SafetyEventCommand;
export const disclosureNoted = {
  type: 'CaseDisclosureNoted',
  data: { caseId: anasCase },
} as const satisfies SafetyEventFact;
export const noteCaseClosed = {
  type: 'NoteCaseEnd',
  data: { caseId: anasCase, end: 'closed' },
} as const satisfies SafetyEventCommand;
export const caseClosedNoted = {
  type: 'CaseEndNoted',
  data: { caseId: anasCase, end: 'closed' },
} as const satisfies SafetyEventFact;
