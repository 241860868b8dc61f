import { Module } from '@nestjs/common';
import { AbsorbDuplicateHandler } from './commands/absorb-duplicate/absorb-duplicate.handler.js';
import { AssessHarmController } from './commands/assess-harm/assess-harm.controller.js';
import { AssessHarmHandler } from './commands/assess-harm/assess-harm.handler.js';
import { AssignSafetyEventController } from './commands/assign-safety-event/assign-safety-event.controller.js';
import { AssignSafetyEventHandler } from './commands/assign-safety-event/assign-safety-event.handler.js';
import { AssignTaxonomyController } from './commands/assign-taxonomy/assign-taxonomy.controller.js';
import { AssignTaxonomyHandler } from './commands/assign-taxonomy/assign-taxonomy.handler.js';
import { AttachFileController } from './commands/attach-file/attach-file.controller.js';
import { AttachFileHandler } from './commands/attach-file/attach-file.handler.js';
import { CloseSafetyEventController } from './commands/close-safety-event/close-safety-event.controller.js';
import { CloseSafetyEventHandler } from './commands/close-safety-event/close-safety-event.handler.js';
import { ConfirmSafetyEventController } from './commands/confirm-safety-event/confirm-safety-event.controller.js';
import { ConfirmSafetyEventHandler } from './commands/confirm-safety-event/confirm-safety-event.handler.js';
import { CorrectSafetyEventController } from './commands/correct-safety-event/correct-safety-event.controller.js';
import { CorrectSafetyEventHandler } from './commands/correct-safety-event/correct-safety-event.handler.js';
import { DetermineCrpEligibilityController } from './commands/determine-crp-eligibility/determine-crp-eligibility.controller.js';
import { DetermineCrpEligibilityHandler } from './commands/determine-crp-eligibility/determine-crp-eligibility.handler.js';
import { DismissDuplicateController } from './commands/dismiss-duplicate/dismiss-duplicate.controller.js';
import { DismissDuplicateHandler } from './commands/dismiss-duplicate/dismiss-duplicate.handler.js';
import { ExchangeReporterMessageController } from './commands/exchange-reporter-message/exchange-reporter-message.controller.js';
import { ExchangeReporterMessageHandler } from './commands/exchange-reporter-message/exchange-reporter-message.handler.js';
import { FlagSafetyEventController } from './commands/flag-safety-event/flag-safety-event.controller.js';
import { FlagSafetyEventHandler } from './commands/flag-safety-event/flag-safety-event.handler.js';
import { GiveReporterFeedbackController } from './commands/give-reporter-feedback/give-reporter-feedback.controller.js';
import { GiveReporterFeedbackHandler } from './commands/give-reporter-feedback/give-reporter-feedback.handler.js';
import { IdentifyCandorEventController } from './commands/identify-candor-event/identify-candor-event.controller.js';
import { IdentifyCandorEventHandler } from './commands/identify-candor-event/identify-candor-event.handler.js';
import { IdentifyInvolvedStaffController } from './commands/identify-involved-staff/identify-involved-staff.controller.js';
import { IdentifyInvolvedStaffHandler } from './commands/identify-involved-staff/identify-involved-staff.handler.js';
import { LinkCaseHandler } from './commands/link-case/link-case.handler.js';
import { LinkPatientController } from './commands/link-patient/link-patient.controller.js';
import { LinkPatientHandler } from './commands/link-patient/link-patient.handler.js';
import { LinkSafetyEventsController } from './commands/link-safety-events/link-safety-events.controller.js';
import { LinkSafetyEventsHandler } from './commands/link-safety-events/link-safety-events.handler.js';
import { MergeSafetyEventsController } from './commands/merge-safety-events/merge-safety-events.controller.js';
import { MergeSafetyEventsHandler } from './commands/merge-safety-events/merge-safety-events.handler.js';
import { NoteCaseDisclosureHandler } from './commands/note-case-disclosure/note-case-disclosure.handler.js';
import { NoteCaseEndHandler } from './commands/note-case-end/note-case-end.handler.js';
import { NotifyLeadershipController } from './commands/notify-leadership/notify-leadership.controller.js';
import { NotifyLeadershipHandler } from './commands/notify-leadership/notify-leadership.handler.js';
import { RecordPatientDeathController } from './commands/record-patient-death/record-patient-death.controller.js';
import { RecordPatientDeathHandler } from './commands/record-patient-death/record-patient-death.handler.js';
import { RecordPsoSubmissionController } from './commands/record-pso-submission/record-pso-submission.controller.js';
import { RecordPsoSubmissionHandler } from './commands/record-pso-submission/record-pso-submission.handler.js';
import { RedirectSafetyEventController } from './commands/redirect-safety-event/redirect-safety-event.controller.js';
import { RedirectSafetyEventHandler } from './commands/redirect-safety-event/redirect-safety-event.handler.js';
import { ReleaseDuplicateHandler } from './commands/release-duplicate/release-duplicate.handler.js';
import { RemoveAttachmentController } from './commands/remove-attachment/remove-attachment.controller.js';
import { RemoveAttachmentHandler } from './commands/remove-attachment/remove-attachment.handler.js';
import { ReopenSafetyEventController } from './commands/reopen-safety-event/reopen-safety-event.controller.js';
import { ReopenSafetyEventHandler } from './commands/reopen-safety-event/reopen-safety-event.handler.js';
import { QuickReportController } from './commands/report-safety-event/quick-report.controller.js';
import { ReportSafetyEventController } from './commands/report-safety-event/report-safety-event.controller.js';
import { ReportSafetyEventHandler } from './commands/report-safety-event/report-safety-event.handler.js';
import { RequireReviewController } from './commands/require-review/require-review.controller.js';
import { RequireReviewHandler } from './commands/require-review/require-review.handler.js';
import { ReturnSafetyEventController } from './commands/return-safety-event/return-safety-event.controller.js';
import { ReturnSafetyEventHandler } from './commands/return-safety-event/return-safety-event.handler.js';
import { SequesterEvidenceController } from './commands/sequester-evidence/sequester-evidence.controller.js';
import { SequesterEvidenceHandler } from './commands/sequester-evidence/sequester-evidence.handler.js';
import { SubmitExternalReportController } from './commands/submit-external-report/submit-external-report.controller.js';
import { SubmitExternalReportHandler } from './commands/submit-external-report/submit-external-report.handler.js';
import { TransferSafetyEventController } from './commands/transfer-safety-event/transfer-safety-event.controller.js';
import { TransferSafetyEventHandler } from './commands/transfer-safety-event/transfer-safety-event.handler.js';
import { TriageBatchController } from './commands/triage-safety-event/triage-batch.controller.js';
import { TriageSafetyEventController } from './commands/triage-safety-event/triage-safety-event.controller.js';
import { TriageSafetyEventHandler } from './commands/triage-safety-event/triage-safety-event.handler.js';
import { UnmergeSafetyEventController } from './commands/unmerge-safety-event/unmerge-safety-event.controller.js';
import { UnmergeSafetyEventHandler } from './commands/unmerge-safety-event/unmerge-safety-event.handler.js';
import { VoidSafetyEventController } from './commands/void-safety-event/void-safety-event.controller.js';
import { VoidSafetyEventHandler } from './commands/void-safety-event/void-safety-event.handler.js';
import { WriteAddendumController } from './commands/write-addendum/write-addendum.controller.js';
import { WriteAddendumHandler } from './commands/write-addendum/write-addendum.handler.js';
import { DraftsModule } from './drafts/drafts.module.js';

/** What may be done about a safety event, one slice each. */
@Module({
  imports: [DraftsModule], // a report ends its draft
  controllers: [
    AssessHarmController,
    AssignSafetyEventController,
    AssignTaxonomyController,
    AttachFileController,
    CloseSafetyEventController,
    ConfirmSafetyEventController,
    CorrectSafetyEventController,
    DetermineCrpEligibilityController,
    DismissDuplicateController,
    ExchangeReporterMessageController,
    FlagSafetyEventController,
    GiveReporterFeedbackController,
    IdentifyCandorEventController,
    IdentifyInvolvedStaffController,
    LinkPatientController,
    LinkSafetyEventsController,
    MergeSafetyEventsController,
    NotifyLeadershipController,
    QuickReportController,
    RecordPatientDeathController,
    RecordPsoSubmissionController,
    RedirectSafetyEventController,
    RemoveAttachmentController,
    ReopenSafetyEventController,
    ReportSafetyEventController,
    RequireReviewController,
    ReturnSafetyEventController,
    SequesterEvidenceController,
    SubmitExternalReportController,
    TransferSafetyEventController,
    TriageBatchController,
    TriageSafetyEventController,
    UnmergeSafetyEventController,
    VoidSafetyEventController,
    WriteAddendumController,
  ],
  providers: [
    AbsorbDuplicateHandler,
    AssessHarmHandler,
    AssignSafetyEventHandler,
    AssignTaxonomyHandler,
    AttachFileHandler,
    CloseSafetyEventHandler,
    ConfirmSafetyEventHandler,
    CorrectSafetyEventHandler,
    DetermineCrpEligibilityHandler,
    DismissDuplicateHandler,
    ExchangeReporterMessageHandler,
    FlagSafetyEventHandler,
    GiveReporterFeedbackHandler,
    IdentifyCandorEventHandler,
    IdentifyInvolvedStaffHandler,
    LinkCaseHandler,
    LinkPatientHandler,
    LinkSafetyEventsHandler,
    MergeSafetyEventsHandler,
    NoteCaseDisclosureHandler,
    NoteCaseEndHandler,
    NotifyLeadershipHandler,
    RecordPatientDeathHandler,
    RecordPsoSubmissionHandler,
    RedirectSafetyEventHandler,
    ReleaseDuplicateHandler,
    RemoveAttachmentHandler,
    ReopenSafetyEventHandler,
    ReportSafetyEventHandler,
    RequireReviewHandler,
    ReturnSafetyEventHandler,
    SequesterEvidenceHandler,
    SubmitExternalReportHandler,
    TransferSafetyEventHandler,
    TriageSafetyEventHandler,
    UnmergeSafetyEventHandler,
    VoidSafetyEventHandler,
    WriteAddendumHandler,
  ],
})
export class SafetyEventCommandsModule {}
