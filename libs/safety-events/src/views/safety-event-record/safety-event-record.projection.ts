import { type Recorded, streamId } from '#kernel/core';
import { projection, withFact } from '#kernel/readers';
import type { SafetyEventFact } from '../../safety-event/safety-event.events.js';
import { SafetyEventRecordRow } from './safety-event-record.row.js';

type Kept = Omit<SafetyEventRecordRow, 'org' | 'id'>;

const added = (event: Recorded<SafetyEventFact>, row: Kept | undefined): Kept | undefined =>
  row && { ...row, ...withFact(event, row.facts) };

export const safetyEventRecord = projection<SafetyEventRecordRow, SafetyEventFact>({
  name: 'safety-events.record',
  version: 1,
  row: SafetyEventRecordRow,
  key: ({ stream }) => streamId(stream),
  on: {
    SafetyEventReported: (event) => ({ reporter: event.data.reporter, ...withFact<SafetyEventFact>(event) }),
    SafetyEventTriaged: added,
    SafetyEventConfirmed: added,
    SafetyEventClosed: added,
    SafetyEventVoided: added,
    CandorEventIdentified: added,
    CrpEligibilityDetermined: added,
    LeadershipNotified: added,
    CaseLinked: added,
    CaseDisclosureNoted: added,
    CaseEndNoted: added,
    ReportReceiptIssued: added,
    HarmSeverityAssessed: added,
    PatientLinked: added,
    PatientDeathRecorded: added,
    EvidenceSequestered: added,
    InvolvedStaffIdentified: added,
    ReviewRequired: added,
    SafetyEventMerged: added,
    SafetyEventUnmerged: added,
    DuplicateAbsorbed: added,
    DuplicateReleased: added,
    DuplicateDismissed: added,
    SafetyEventLinked: added,
    SafetyEventRedirected: added,
    SafetyEventReturned: added,
    SafetyEventTransferred: added,
    ExternalReportSubmitted: added,
    PsoSubmissionRecorded: added,
    TaxonomyAssigned: added,
    SafetyEventAssigned: added,
    SafetyEventFlagged: added,
    AddendumWritten: added,
    ReporterMessageExchanged: added,
    ReporterFeedbackGiven: added,
    SafetyEventCorrected: added,
    SafetyEventReopened: added,
  },
});
