import { Module } from '@nestjs/common';
import { DraftsModule } from './drafts/drafts.module.js';
import { PublicReportsModule } from './public/public.module.js';
import { SafetyEventCommandsModule } from './safety-event-commands.module.js';
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
import { ListAttachmentsController } from './views/safety-event-attachments/list-attachments.controller.js';
import { ListAttachmentsHandler } from './views/safety-event-attachments/list-attachments.query.js';
import { OpenAttachmentController } from './views/safety-event-attachments/open-attachment.controller.js';
import { OpenAttachmentHandler } from './views/safety-event-attachments/open-attachment.query.js';
import { ExportCommonFormatsHandler } from './views/safety-event-formats/export-cfer.query.js';
import { PsoPreviewController } from './views/safety-event-formats/pso-preview.controller.js';
import { ReadFormatsHandler } from './views/safety-event-formats/read-formats.query.js';
import { SafetyEventTaxonomiesController } from './views/safety-event-formats/safety-event-taxonomies.controller.js';
import { SafetyEventListController } from './views/safety-event-list/safety-event-list.controller.js';
import { ListSafetyEventsHandler } from './views/safety-event-list/safety-event-list.query.js';
import { SafetyEventRecordController } from './views/safety-event-record/safety-event-record.controller.js';
import { ReadSafetyEventHandler } from './views/safety-event-record/safety-event-record.query.js';
import { SafetyEventReporterController } from './views/safety-event-record/safety-event-reporter.controller.js';
import { ReadReporterHandler } from './views/safety-event-record/safety-event-reporter.query.js';
import { TaxonomyListsController } from './views/taxonomy-lists/taxonomy-lists.controller.js';
import { TriageInboxController } from './views/triage-inbox/triage-inbox.controller.js';
import { ReadTriageInboxHandler } from './views/triage-inbox/triage-inbox.query.js';

/** Safety events: what may be done about them, and what is seen of them. */
@Module({
  imports: [SafetyEventCommandsModule, DraftsModule, PublicReportsModule],
  controllers: [
    DataQualityController,
    DuplicatesController,
    FeedbackReportController,
    ListAttachmentsController,
    MyReportsController,
    OpenAttachmentController,
    PsoPreviewController,
    ReadersController,
    SafetyEventListController,
    SafetyEventRecordController,
    SafetyEventReporterController,
    SafetyEventTaxonomiesController,
    TaxonomyListsController,
    TriageInboxController,
  ],
  providers: [
    ExportCommonFormatsHandler,
    ListAttachmentsHandler,
    ListFailingHandler,
    ListMyReportsHandler,
    ListSafetyEventsHandler,
    OpenAttachmentHandler,
    ProposeDuplicatesHandler,
    ReadDataQualityHandler,
    ReadFeedbackReportHandler,
    ReadFormatsHandler,
    ReadReadersHandler,
    ReadReporterHandler,
    ReadSafetyEventHandler,
    ReadTriageInboxHandler,
  ],
})
export class SafetyEventsModule {}
