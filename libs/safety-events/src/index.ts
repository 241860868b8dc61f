import type { Context } from '#kernel/assembly';
import { whenCaseMovesThenNoteIt } from './automations/when-case-moves-then-note-it.js';
import { whenConcernConvertedThenReport } from './automations/when-concern-converted-then-report.js';
import { whenConfirmedSeriousThenTellSafetyOffice } from './automations/when-confirmed-serious-then-tell-safety-office.js';
import { whenMergedThenTellTheOneThatRemains } from './automations/when-merged-then-tell-the-one-that-remains.js';
import { whenSevereHarmReportedThenPageSafetyLead } from './automations/when-severe-harm-reported-then-page-safety-lead.js';
import { draftsMigration } from './drafts/drafts.migration.js';
import { safetyEventListMigration, safetyEventSearchMigration } from './lines/safety-event-list.migration.js';
import { safetyEventList } from './lines/safety-event-list.projection.js';
import { safetyEventClocks } from './safety-event/safety-event.clocks.js';
import { safetyEventDecider } from './safety-event/safety-event.decider.js';
import { safetyEventCatalogue } from './safety-event/safety-event.events.js';
import { safetyEventFormatsMigration } from './views/safety-event-formats/safety-event-formats.migration.js';
import { safetyEventFormats } from './views/safety-event-formats/safety-event-formats.projection.js';
import { safetyEventRecordMigration } from './views/safety-event-record/safety-event-record.migration.js';
import { safetyEventRecord } from './views/safety-event-record/safety-event-record.projection.js';

export { fromRecord, type ReadRecord, type WrittenRecord } from './cfer/from-record.js';
export { placeIds } from './cfer/place.js';
export { type CommonFormatsRecord, columnsOf } from './cfer/record.js';
export { csvHeader, csvLine, fromCsvRow } from './cfer/record-csv.js';
export { fromJsonLine, jsonLine } from './cfer/record-json.js';
export { LEFT_OUT, type LeftOut } from './cfer/to-records.js';
export { AssessHarm } from './commands/assess-harm/assess-harm.command.js';
export { AssignSafetyEvent } from './commands/assign-safety-event/assign-safety-event.command.js';
export { CloseSafetyEvent } from './commands/close-safety-event/close-safety-event.command.js';
export { ConfirmSafetyEvent } from './commands/confirm-safety-event/confirm-safety-event.command.js';
export { CorrectSafetyEvent } from './commands/correct-safety-event/correct-safety-event.command.js';
export { DetermineCrpEligibility } from './commands/determine-crp-eligibility/determine-crp-eligibility.command.js';
export { DismissDuplicate } from './commands/dismiss-duplicate/dismiss-duplicate.command.js';
export { ExchangeReporterMessage } from './commands/exchange-reporter-message/exchange-reporter-message.command.js';
export { FlagSafetyEvent } from './commands/flag-safety-event/flag-safety-event.command.js';
export { GiveReporterFeedback } from './commands/give-reporter-feedback/give-reporter-feedback.command.js';
export { IdentifyCandorEvent } from './commands/identify-candor-event/identify-candor-event.command.js';
export { IdentifyInvolvedStaff } from './commands/identify-involved-staff/identify-involved-staff.command.js';
export { LinkPatient } from './commands/link-patient/link-patient.command.js';
export { LinkSafetyEvents } from './commands/link-safety-events/link-safety-events.command.js';
export { MergeSafetyEvents } from './commands/merge-safety-events/merge-safety-events.command.js';
export { NotifyLeadership } from './commands/notify-leadership/notify-leadership.command.js';
export { RecordPatientDeath } from './commands/record-patient-death/record-patient-death.command.js';
export { RecordPsoSubmission } from './commands/record-pso-submission/record-pso-submission.command.js';
export { RedirectSafetyEvent } from './commands/redirect-safety-event/redirect-safety-event.command.js';
export { ReopenSafetyEvent } from './commands/reopen-safety-event/reopen-safety-event.command.js';
export { fromMaude, type MaudeRow } from './commands/report-safety-event/from-maude.js';
export { maudeMapping } from './commands/report-safety-event/maude.mapping.js';
export { ReportSafetyEvent } from './commands/report-safety-event/report-safety-event.command.js';
export { RequireReview } from './commands/require-review/require-review.command.js';
export { ReturnSafetyEvent } from './commands/return-safety-event/return-safety-event.command.js';
export { SequesterEvidence } from './commands/sequester-evidence/sequester-evidence.command.js';
export { SubmitExternalReport } from './commands/submit-external-report/submit-external-report.command.js';
export { TransferSafetyEvent } from './commands/transfer-safety-event/transfer-safety-event.command.js';
export { TriageSafetyEvent } from './commands/triage-safety-event/triage-safety-event.command.js';
export { UnmergeSafetyEvent } from './commands/unmerge-safety-event/unmerge-safety-event.command.js';
export { VoidSafetyEvent } from './commands/void-safety-event/void-safety-event.command.js';
export { WriteAddendum } from './commands/write-addendum/write-addendum.command.js';
export { Drafts } from './drafts/drafts.js';
export type { Writer } from './safety-event/follow-up.rules.js';
export { patientOf } from './safety-event/patient-of.js';
export { SafetyEventsModule } from './safety-events.module.js';
export { ExportCommonFormats } from './views/safety-event-formats/export-cfer.query.js';
export { safetyEventFormats } from './views/safety-event-formats/safety-event-formats.projection.js';

/** What this context brings to a process. */
export const safetyEvents: Context = {
  name: 'safety-events',
  catalogue: safetyEventCatalogue,
  migrations: [
    safetyEventListMigration,
    safetyEventSearchMigration,
    safetyEventRecordMigration,
    safetyEventFormatsMigration,
    draftsMigration,
  ],
  projections: [safetyEventList, safetyEventRecord, safetyEventFormats],
  readers: [whenSevereHarmReportedThenPageSafetyLead, whenConfirmedSeriousThenTellSafetyOffice],
  automations: [whenCaseMovesThenNoteIt, whenConcernConvertedThenReport, whenMergedThenTellTheOneThatRemains],
  clocks: [safetyEventClocks],
  watched: { 'safety-event': 'safety-event.list' },
  deciders: [{ decider: safetyEventDecider, reading: 'safety-event.read' }],
};
