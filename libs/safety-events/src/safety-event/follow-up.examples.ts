import type { SafetyEventCommand } from './safety-event.decider.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { ana, rosa, tenPastNine } from './safety-event.examples.js';
import type { SafetyEvent } from './safety-event.rules.js';

export const omar = '0192a000-0000-7000-8000-000000000022';
/** The fall of the examples, and an earlier and a later report of the same. */
export const fallId = '0192a000-0000-7000-8000-000000000102';
export const earlierId = '0192a000-0000-7000-8000-000000000101';
export const laterId = '0192a000-0000-7000-8000-000000000103';

type Of<T extends SafetyEventCommand['type']> = Extract<SafetyEventCommand, { type: T }>;

/** A command with whatever is different this time. */
export const changed = <T extends SafetyEventCommand['type']>(
  command: { readonly type: T; readonly data: Of<T>['data'] },
  changes: Partial<Of<T>['data']>,
): SafetyEventCommand => ({ ...command, data: { ...command.data, ...changes } }) as SafetyEventCommand;

/** A fact as the ledger has it: with the time that it happened at. */
export const happened = <F extends SafetyEventFact>(fact: F, occurredAt: string): F & { occurredAt: string } => ({
  ...fact,
  occurredAt,
});

export const assessSevere: Of<'AssessHarm'> = {
  type: 'AssessHarm',
  data: { to: 'severe', basis: 'examination', duration: 'permanent', timing: 'after_3d', patient: ana, by: rosa },
};
export const requireReview: Of<'RequireReview'> = {
  type: 'RequireReview',
  data: { method: 'local_review', trigger: 'policy', at: tenPastNine, by: rosa },
};
export const reviewRequired: SafetyEventFact = {
  type: 'ReviewRequired',
  data: { method: 'local_review', trigger: 'policy', requiredAt: tenPastNine, requiredBy: rosa },
};
export const sequester: Of<'SequesterEvidence'> = {
  type: 'SequesterEvidence',
  data: { items: ['device'], description: 'The walker, in the locked room.', at: tenPastNine, by: rosa },
};
export const involveOmar: Of<'IdentifyInvolvedStaff'> = {
  type: 'IdentifyInvolvedStaff',
  data: { staff: omar, involvement: 'witness', at: tenPastNine, by: rosa },
};
export const assignOmar: Of<'AssignSafetyEvent'> = { type: 'AssignSafetyEvent', data: { owner: omar, by: rosa } };
export const flagReportable: Of<'FlagSafetyEvent'> = {
  type: 'FlagSafetyEvent',
  data: { flag: 'externally_reportable', raised: true, by: rosa },
};
export const flagged: SafetyEventFact = {
  type: 'SafetyEventFlagged',
  data: { flag: 'externally_reportable', raised: true, flaggedBy: rosa },
};
export const submitReport: Of<'SubmitExternalReport'> = {
  type: 'SubmitExternalReport',
  data: { authority: 'state_health_department', jurisdiction: 'US-CO', at: tenPastNine, by: rosa },
};
export const reportSubmitted: SafetyEventFact = {
  type: 'ExternalReportSubmitted',
  data: { authority: 'state_health_department', jurisdiction: 'US-CO', submittedAt: tenPastNine, submittedBy: rosa },
};
export const recordPso: Of<'RecordPsoSubmission'> = {
  type: 'RecordPsoSubmission',
  data: { psoId: 'P0042', kind: 'serious_event', format: 'common-formats-h-1.2', at: tenPastNine, by: rosa },
};
export const redirectToHr: Of<'RedirectSafetyEvent'> = {
  type: 'RedirectSafetyEvent',
  data: { to: 'hr', owner: omar, reason: 'A quarrel among colleagues.', by: rosa },
};
export const redirected: SafetyEventFact = {
  type: 'SafetyEventRedirected',
  data: { to: 'hr', owner: omar, redirectedBy: rosa },
};
export const takeBack: Of<'ReturnSafetyEvent'> = { type: 'ReturnSafetyEvent', data: { by: omar } };
export const transferAway: Of<'TransferSafetyEvent'> = {
  type: 'TransferSafetyEvent',
  data: {
    toOrganization: 'Lakeside Hospital',
    acceptedBy: 'Risk office',
    acceptedAt: tenPastNine,
    what: ['report'],
    at: tenPastNine,
    by: rosa,
  },
};
export const transferred: SafetyEventFact = {
  type: 'SafetyEventTransferred',
  data: {
    toOrganization: 'Lakeside Hospital',
    acceptedBy: { clear: 'Risk office' },
    acceptedAt: tenPastNine,
    what: ['report'],
    transferredBy: rosa,
  },
};
export const reopen: Of<'ReopenSafetyEvent'> = {
  type: 'ReopenSafetyEvent',
  data: { newInformation: 'The X-ray shows an older fracture.', source: 'chart_trigger', by: rosa },
};
export const linkAna: Of<'LinkPatient'> = {
  type: 'LinkPatient',
  data: {
    patientRef: 'MRN-0042',
    facts: { race: ['white'], sex: 'female' },
    ids: { first: ana, further: omar },
    by: rosa,
  },
};
export const anaLinked: SafetyEventFact = {
  type: 'PatientLinked',
  data: { patient: ana, facts: { sex: 'female' }, linkedBy: rosa },
};
export const recordDeath: Of<'RecordPatientDeath'> = {
  type: 'RecordPatientDeath',
  data: {
    patient: ana,
    diedAt: { value: tenPastNine, precision: 'day' },
    source: 'clinical_record',
    at: tenPastNine,
    by: rosa,
  },
};
export const addByRosa: Of<'WriteAddendum'> = {
  type: 'WriteAddendum',
  data: {
    words: 'The floor had been mopped at half past eight.',
    writer: { as: 'reporter', by: rosa },
    of: { reporter: rosa },
  },
};
export const askReporter: Of<'ExchangeReporterMessage'> = {
  type: 'ExchangeReporterMessage',
  data: { words: 'Was the sign out?', writer: { as: 'staff', by: omar }, of: { reporter: rosa } },
};
export const giveFeedback: Of<'GiveReporterFeedback'> = {
  type: 'GiveReporterFeedback',
  data: {
    summary: 'Floors are dried at once now.',
    changeMade: true,
    channel: 'in_app',
    of: { reporter: rosa },
    at: tenPastNine,
    by: omar,
  },
};
export const correctTime: Of<'CorrectSafetyEvent'> = {
  type: 'CorrectSafetyEvent',
  data: {
    new: { eventAt: { value: '2026-03-02T08:30:00.000Z', precision: 'minute' } },
    why: 'The monitor has the time.',
    by: rosa,
  },
};
export const mergeInto = (into: SafetyEvent): Of<'MergeSafetyEvents'> => ({
  type: 'MergeSafetyEvents',
  data: { itself: fallId, intoEventId: earlierId, into, patients: 'same', matchBasis: ['time', 'patient'], by: rosa },
});
export const merged: SafetyEventFact = {
  type: 'SafetyEventMerged',
  data: { intoEventId: earlierId, matchBasis: ['time', 'patient'], mergedBy: rosa },
};
export const unmergeFrom = (from: SafetyEvent, at = tenPastNine): Of<'UnmergeSafetyEvent'> => ({
  type: 'UnmergeSafetyEvent',
  data: { reason: 'Another bed.', from, at, by: omar },
});
export const unmerged: SafetyEventFact = {
  type: 'SafetyEventUnmerged',
  data: { fromEventId: earlierId, unmergedBy: omar },
};
export const absorbed: SafetyEventFact = {
  type: 'DuplicateAbsorbed',
  data: { fromEventId: laterId, discoveredAt: tenPastNine, reportedAt: tenPastNine },
};
export const dismissLater: Of<'DismissDuplicate'> = {
  type: 'DismissDuplicate',
  data: { itself: fallId, otherEventId: laterId, otherIsKnown: true, by: rosa },
};
export const linkLater: Of<'LinkSafetyEvents'> = {
  type: 'LinkSafetyEvents',
  data: { itself: fallId, otherId: laterId, otherIsKnown: true, kind: 'same_device', by: rosa },
};
