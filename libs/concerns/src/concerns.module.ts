import { Module } from '@nestjs/common';
import { AbsorbConcernHandler } from './commands/absorb-concern/absorb-concern.handler.js';
import { AcknowledgeConcernController } from './commands/acknowledge-concern/acknowledge-concern.controller.js';
import { AcknowledgeConcernHandler } from './commands/acknowledge-concern/acknowledge-concern.handler.js';
import { AssignConcernController } from './commands/assign-concern/assign-concern.controller.js';
import { AssignConcernHandler } from './commands/assign-concern/assign-concern.handler.js';
import { ClassifyConcernController } from './commands/classify-concern/classify-concern.controller.js';
import { ClassifyConcernHandler } from './commands/classify-concern/classify-concern.handler.js';
import { ClearConcernController } from './commands/clear-concern/clear-concern.controller.js';
import { ClearConcernHandler } from './commands/clear-concern/clear-concern.handler.js';
import { CloseConcernController } from './commands/close-concern/close-concern.controller.js';
import { CloseConcernHandler } from './commands/close-concern/close-concern.handler.js';
import { ConfirmSpamController } from './commands/confirm-spam/confirm-spam.controller.js';
import { ConfirmSpamHandler } from './commands/confirm-spam/confirm-spam.handler.js';
import { ConvertConcernController } from './commands/convert-concern/convert-concern.controller.js';
import { ConvertConcernHandler } from './commands/convert-concern/convert-concern.handler.js';
import { DiscloseIdentityController } from './commands/disclose-identity/disclose-identity.controller.js';
import { DiscloseIdentityHandler } from './commands/disclose-identity/disclose-identity.handler.js';
import { IdentifySubmitterHandler } from './commands/identify-submitter/identify-submitter.handler.js';
import { MergeConcernController } from './commands/merge-concern/merge-concern.controller.js';
import { MergeConcernHandler } from './commands/merge-concern/merge-concern.handler.js';
import { NoteSafetyEventOutcomeHandler } from './commands/note-safety-event-outcome/note-safety-event-outcome.handler.js';
import { ProposeSpamController } from './commands/propose-spam/propose-spam.controller.js';
import { ProposeSpamHandler } from './commands/propose-spam/propose-spam.handler.js';
import { RedirectConcernController } from './commands/redirect-concern/redirect-concern.controller.js';
import { RedirectConcernHandler } from './commands/redirect-concern/redirect-concern.handler.js';
import { ReopenConcernController } from './commands/reopen-concern/reopen-concern.controller.js';
import { ReopenConcernHandler } from './commands/reopen-concern/reopen-concern.handler.js';
import { RespondToConcernController } from './commands/respond-to-concern/respond-to-concern.controller.js';
import { RespondToConcernHandler } from './commands/respond-to-concern/respond-to-concern.handler.js';
import { SendConcernMessageController } from './commands/send-concern-message/send-concern-message.controller.js';
import { SendConcernMessageHandler } from './commands/send-concern-message/send-concern-message.handler.js';
import { SendDelayNoticeController } from './commands/send-delay-notice/send-delay-notice.controller.js';
import { SendDelayNoticeHandler } from './commands/send-delay-notice/send-delay-notice.handler.js';
import { StartFollowUpController } from './commands/start-follow-up/start-follow-up.controller.js';
import { StartFollowUpHandler } from './commands/start-follow-up/start-follow-up.handler.js';
import { SubmitConcernController } from './commands/submit-concern/submit-concern.controller.js';
import { SubmitConcernHandler } from './commands/submit-concern/submit-concern.handler.js';
import { SupplementConcernController } from './commands/supplement-concern/supplement-concern.controller.js';
import { SupplementConcernHandler } from './commands/supplement-concern/supplement-concern.handler.js';
import { TakeUrgentActionController } from './commands/take-urgent-action/take-urgent-action.controller.js';
import { TakeUrgentActionHandler } from './commands/take-urgent-action/take-urgent-action.handler.js';
import { TriageConcernController } from './commands/triage-concern/triage-concern.controller.js';
import { TriageConcernHandler } from './commands/triage-concern/triage-concern.handler.js';
import { WithdrawConcernController } from './commands/withdraw-concern/withdraw-concern.controller.js';
import { WithdrawConcernHandler } from './commands/withdraw-concern/withdraw-concern.handler.js';
import { ConcernFilesModule } from './concern-files.module.js';
import { ConcernPagesModule } from './pages/pages.module.js';
import { ConcernInboxController } from './views/concern-inbox/concern-inbox.controller.js';
import { ListConcernsHandler } from './views/concern-inbox/concern-inbox.query.js';
import { ConcernRecordController } from './views/concern-record/concern-record.controller.js';
import { ReadConcernHandler } from './views/concern-record/concern-record.query.js';
import { ConcernSubmitterController } from './views/concern-record/concern-submitter.controller.js';
import { ReadSubmitterHandler } from './views/concern-record/concern-submitter.query.js';
import { ReadConcernStatusHandler } from './views/concern-status/concern-status.query.js';

@Module({
  imports: [ConcernFilesModule, ConcernPagesModule],
  controllers: [
    AcknowledgeConcernController,
    AssignConcernController,
    ClassifyConcernController,
    ClearConcernController,
    CloseConcernController,
    ConcernInboxController,
    ConcernRecordController,
    ConcernSubmitterController,
    ConfirmSpamController,
    ConvertConcernController,
    DiscloseIdentityController,
    MergeConcernController,
    ProposeSpamController,
    RedirectConcernController,
    ReopenConcernController,
    RespondToConcernController,
    SendConcernMessageController,
    SendDelayNoticeController,
    StartFollowUpController,
    SubmitConcernController,
    SupplementConcernController,
    TakeUrgentActionController,
    TriageConcernController,
    WithdrawConcernController,
  ],
  providers: [
    AbsorbConcernHandler,
    AcknowledgeConcernHandler,
    AssignConcernHandler,
    ClassifyConcernHandler,
    ClearConcernHandler,
    CloseConcernHandler,
    ConfirmSpamHandler,
    ConvertConcernHandler,
    DiscloseIdentityHandler,
    IdentifySubmitterHandler,
    ListConcernsHandler,
    MergeConcernHandler,
    NoteSafetyEventOutcomeHandler,
    ProposeSpamHandler,
    ReadConcernHandler,
    ReadConcernStatusHandler,
    ReadSubmitterHandler,
    RedirectConcernHandler,
    ReopenConcernHandler,
    RespondToConcernHandler,
    SendConcernMessageHandler,
    SendDelayNoticeHandler,
    StartFollowUpHandler,
    SubmitConcernHandler,
    SupplementConcernHandler,
    TakeUrgentActionHandler,
    TriageConcernHandler,
    WithdrawConcernHandler,
  ],
})
export class ConcernsModule {}
