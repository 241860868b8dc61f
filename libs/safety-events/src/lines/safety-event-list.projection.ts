import { streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { SafetyEventFact } from '../safety-event/safety-event.events.js';
import { answered, corrected, flagged, goesOn, messaged, moved, rated, reported, withId } from './line.folds.js';
import { SafetyEventListRow } from './safety-event-list.row.js';

/** The list's diet: every fact of a safety event, so that a line's revision is that of its stream but for riders. */
type Diet = {
  readonly [T in SafetyEventFact['type']]: NonNullable<
    ReturnType<typeof projection<SafetyEventListRow, SafetyEventFact>>['on'][T]
  >;
};

const on: Diet = {
  SafetyEventReported: reported,
  ReportReceiptIssued: (event, line) => moved(line, event, { hasReceipt: true }),
  SafetyEventTriaged: (event, line) => {
    const { eventClass, type: category, harmSeverity } = event.data;
    return moved(line, event, { status: 'triaged', eventClass, category, ...rated(line, event, { harmSeverity }) });
  },
  SafetyEventConfirmed: (event, line) => moved(line, event, { status: 'confirmed', serious: event.data.serious }),
  SafetyEventClosed: (event, line) => moved(line, event, { status: 'closed' }),
  SafetyEventVoided: (event, line) => moved(line, event, { status: 'voided' }),
  SafetyEventReopened: (event, line) => moved(line, event, { status: 'confirmed' }),
  SafetyEventRedirected: (event, line) => {
    const { to: redirectedTo, owner } = event.data;
    return moved(line, event, { status: 'redirected', redirectedTo, owner });
  },
  // Whoever had it there has it no more; nobody here has it yet.
  SafetyEventReturned: (event, line) =>
    moved(line, event, { status: 'triaged', redirectedTo: undefined, owner: undefined }),
  SafetyEventTransferred: (event, line) => moved(line, event, { status: 'transferred' }),
  SafetyEventMerged: (event, line) =>
    moved(line, event, { status: 'merged', statusBefore: line?.status, mergedInto: event.data.intoEventId }),
  SafetyEventUnmerged: (event, line) =>
    moved(line, event, {
      status: line?.statusBefore ?? 'reported',
      statusBefore: undefined,
      mergedInto: undefined,
    }),
  DuplicateAbsorbed: (event, line) =>
    moved(line, event, { absorbed: withId(line?.absorbed ?? [], event.data.fromEventId) }),
  DuplicateReleased: (event, line) =>
    moved(line, event, { absorbed: (line?.absorbed ?? []).filter((id) => id !== event.data.fromEventId) }),
  DuplicateDismissed: (event, line) =>
    moved(line, event, { dismissed: withId(line?.dismissed ?? [], event.data.otherEventId) }),
  HarmSeverityAssessed: (event, line) => moved(line, event, rated(line, event, { harmAssessed: event.data.to })),
  PatientLinked: (event, line) =>
    moved(line, event, {
      patients: withId(line?.patients ?? [], event.data.patient),
      patientFacts: line?.patientFacts || Object.keys(event.data.facts).length > 0,
    }),
  ReviewRequired: (event, line) => moved(line, event, { reviewRequired: event.data.method }),
  SafetyEventAssigned: (event, line) => moved(line, event, { owner: event.data.owner }),
  SafetyEventFlagged: (event, line) =>
    moved(line, event, { flags: flagged(line?.flags ?? [], event.data.flag, event.data.raised) }),
  SafetyEventCorrected: (event, line) => moved(line, event, corrected(event)),
  AddendumWritten: (event, line) => moved(line, event, { addenda: (line?.addenda ?? 0) + 1 }),
  ReporterMessageExchanged: (event, line) => moved(line, event, messaged(line, event)),
  ReporterFeedbackGiven: (event, line) => moved(line, event, answered(line, event)),
  CandorEventIdentified: goesOn,
  CrpEligibilityDetermined: goesOn,
  LeadershipNotified: goesOn,
  CaseLinked: goesOn,
  CaseDisclosureNoted: goesOn,
  CaseEndNoted: goesOn,
  PatientDeathRecorded: goesOn,
  EvidenceSequestered: goesOn,
  InvolvedStaffIdentified: goesOn,
  SafetyEventLinked: goesOn,
  ExternalReportSubmitted: goesOn,
  PsoSubmissionRecorded: goesOn,
  TaxonomyAssigned: goesOn,
};

export const safetyEventList = projection<SafetyEventListRow, SafetyEventFact>({
  name: 'safety-events.list',
  version: 2,
  row: SafetyEventListRow,
  key: ({ stream }) => streamId(stream),
  on,
});
