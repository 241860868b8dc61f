import { Module } from '@nestjs/common';
import { CloseSafetyEventController } from './commands/close-safety-event/close-safety-event.controller.js';
import { CloseSafetyEventHandler } from './commands/close-safety-event/close-safety-event.handler.js';
import { ConfirmSafetyEventController } from './commands/confirm-safety-event/confirm-safety-event.controller.js';
import { ConfirmSafetyEventHandler } from './commands/confirm-safety-event/confirm-safety-event.handler.js';
import { DetermineCrpEligibilityController } from './commands/determine-crp-eligibility/determine-crp-eligibility.controller.js';
import { DetermineCrpEligibilityHandler } from './commands/determine-crp-eligibility/determine-crp-eligibility.handler.js';
import { IdentifyCandorEventController } from './commands/identify-candor-event/identify-candor-event.controller.js';
import { IdentifyCandorEventHandler } from './commands/identify-candor-event/identify-candor-event.handler.js';
import { LinkCaseHandler } from './commands/link-case/link-case.handler.js';
import { NoteCaseDisclosureHandler } from './commands/note-case-disclosure/note-case-disclosure.handler.js';
import { NoteCaseEndHandler } from './commands/note-case-end/note-case-end.handler.js';
import { NotifyLeadershipController } from './commands/notify-leadership/notify-leadership.controller.js';
import { NotifyLeadershipHandler } from './commands/notify-leadership/notify-leadership.handler.js';
import { ReportSafetyEventController } from './commands/report-safety-event/report-safety-event.controller.js';
import { ReportSafetyEventHandler } from './commands/report-safety-event/report-safety-event.handler.js';
import { TriageSafetyEventController } from './commands/triage-safety-event/triage-safety-event.controller.js';
import { TriageSafetyEventHandler } from './commands/triage-safety-event/triage-safety-event.handler.js';
import { VoidSafetyEventController } from './commands/void-safety-event/void-safety-event.controller.js';
import { VoidSafetyEventHandler } from './commands/void-safety-event/void-safety-event.handler.js';
import { DataQualityController } from './views/data-quality/data-quality.controller.js';
import { ListFailingHandler, ReadDataQualityHandler } from './views/data-quality/data-quality.query.js';
import { DuplicatesController } from './views/duplicates/duplicates.controller.js';
import { ProposeDuplicatesHandler } from './views/duplicates/duplicates.query.js';
import { FeedbackReportController } from './views/feedback-report/feedback-report.controller.js';
import { ReadFeedbackReportHandler } from './views/feedback-report/feedback-report.query.js';
import { MyReportsController } from './views/my-reports/my-reports.controller.js';
import { ListMyReportsHandler } from './views/my-reports/my-reports.query.js';
import { ReadersController } from './views/readers/readers.controller.js';
import { ReadReadersHandler } from './views/readers/readers.query.js';
import { SafetyEventListController } from './views/safety-event-list/safety-event-list.controller.js';
import { ListSafetyEventsHandler } from './views/safety-event-list/safety-event-list.query.js';
import { SafetyEventRecordController } from './views/safety-event-record/safety-event-record.controller.js';
import { ReadSafetyEventHandler } from './views/safety-event-record/safety-event-record.query.js';
import { SafetyEventReporterController } from './views/safety-event-record/safety-event-reporter.controller.js';
import { ReadReporterHandler } from './views/safety-event-record/safety-event-reporter.query.js';
import { TriageInboxController } from './views/triage-inbox/triage-inbox.controller.js';
import { ReadTriageInboxHandler } from './views/triage-inbox/triage-inbox.query.js';

@Module({
  controllers: [
    CloseSafetyEventController,
    ConfirmSafetyEventController,
    DataQualityController,
    DetermineCrpEligibilityController,
    DuplicatesController,
    FeedbackReportController,
    IdentifyCandorEventController,
    MyReportsController,
    NotifyLeadershipController,
    ReadersController,
    ReportSafetyEventController,
    SafetyEventListController,
    SafetyEventRecordController,
    SafetyEventReporterController,
    TriageInboxController,
    TriageSafetyEventController,
    VoidSafetyEventController,
  ],
  providers: [
    CloseSafetyEventHandler,
    ConfirmSafetyEventHandler,
    DetermineCrpEligibilityHandler,
    IdentifyCandorEventHandler,
    LinkCaseHandler,
    ListFailingHandler,
    ListMyReportsHandler,
    ListSafetyEventsHandler,
    NoteCaseDisclosureHandler,
    NoteCaseEndHandler,
    NotifyLeadershipHandler,
    ProposeDuplicatesHandler,
    ReadDataQualityHandler,
    ReadFeedbackReportHandler,
    ReadReadersHandler,
    ReadReporterHandler,
    ReadSafetyEventHandler,
    ReadTriageInboxHandler,
    ReportSafetyEventHandler,
    TriageSafetyEventHandler,
    VoidSafetyEventHandler,
  ],
})
export class SafetyEventsModule {}
