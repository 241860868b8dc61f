import { Module } from '@nestjs/common';
import { Database } from '#kernel/platform';
import { Safe } from '#kernel/privacy';
import { AttachFileController } from './commands/attach-file/attach-file.controller.js';
import { AttachFileHandler } from './commands/attach-file/attach-file.handler.js';
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
import { RemoveAttachmentController } from './commands/remove-attachment/remove-attachment.controller.js';
import { RemoveAttachmentHandler } from './commands/remove-attachment/remove-attachment.handler.js';
import { ReportSafetyEventController } from './commands/report-safety-event/report-safety-event.controller.js';
import { ReportSafetyEventHandler } from './commands/report-safety-event/report-safety-event.handler.js';
import { TriageSafetyEventController } from './commands/triage-safety-event/triage-safety-event.controller.js';
import { TriageSafetyEventHandler } from './commands/triage-safety-event/triage-safety-event.handler.js';
import { VoidSafetyEventController } from './commands/void-safety-event/void-safety-event.controller.js';
import { VoidSafetyEventHandler } from './commands/void-safety-event/void-safety-event.handler.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { Drafts } from './drafts/drafts.js';
import { ReadDraftsHandler } from './drafts/read-drafts.query.js';
import { ListAttachmentsController } from './views/safety-event-attachments/list-attachments.controller.js';
import { ListAttachmentsHandler } from './views/safety-event-attachments/list-attachments.query.js';
import { OpenAttachmentController } from './views/safety-event-attachments/open-attachment.controller.js';
import { OpenAttachmentHandler } from './views/safety-event-attachments/open-attachment.query.js';
import { SafetyEventListController } from './views/safety-event-list/safety-event-list.controller.js';
import { ListSafetyEventsHandler } from './views/safety-event-list/safety-event-list.query.js';
import { SafetyEventRecordController } from './views/safety-event-record/safety-event-record.controller.js';
import { ReadSafetyEventHandler } from './views/safety-event-record/safety-event-record.query.js';
import { SafetyEventReporterController } from './views/safety-event-record/safety-event-reporter.controller.js';
import { ReadReporterHandler } from './views/safety-event-record/safety-event-reporter.query.js';

@Module({
  controllers: [
    AttachFileController,
    CloseSafetyEventController,
    ConfirmSafetyEventController,
    DetermineCrpEligibilityController,
    DraftsController,
    IdentifyCandorEventController,
    ListAttachmentsController,
    NotifyLeadershipController,
    OpenAttachmentController,
    RemoveAttachmentController,
    ReportSafetyEventController,
    SafetyEventListController,
    SafetyEventRecordController,
    SafetyEventReporterController,
    TriageSafetyEventController,
    VoidSafetyEventController,
  ],
  providers: [
    AttachFileHandler,
    CloseSafetyEventHandler,
    ConfirmSafetyEventHandler,
    DetermineCrpEligibilityHandler,
    IdentifyCandorEventHandler,
    LinkCaseHandler,
    ListAttachmentsHandler,
    ListSafetyEventsHandler,
    NoteCaseDisclosureHandler,
    NoteCaseEndHandler,
    NotifyLeadershipHandler,
    OpenAttachmentHandler,
    ReadDraftsHandler,
    ReadReporterHandler,
    ReadSafetyEventHandler,
    RemoveAttachmentHandler,
    ReportSafetyEventHandler,
    TriageSafetyEventHandler,
    VoidSafetyEventHandler,
    { provide: Drafts, useFactory: (db: Database, safe: Safe) => new Drafts(db, safe), inject: [Database, Safe] },
  ],
})
export class SafetyEventsModule {}
