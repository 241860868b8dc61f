import { Module } from '@nestjs/common';
import { AnswerQuestionController } from './commands/answer-question/answer-question.controller.js';
import { AnswerQuestionHandler } from './commands/answer-question/answer-question.handler.js';
import { AskQuestionController } from './commands/ask-question/ask-question.controller.js';
import { AskQuestionHandler } from './commands/ask-question/ask-question.handler.js';
import { ClearFactController } from './commands/clear-fact/clear-fact.controller.js';
import { ClearFactHandler } from './commands/clear-fact/clear-fact.handler.js';
import { CorrectFactController } from './commands/correct-fact/correct-fact.controller.js';
import { CorrectFactHandler } from './commands/correct-fact/correct-fact.handler.js';
import { DeclineFindingsController } from './commands/decline-findings/decline-findings.controller.js';
import { DeclineFindingsHandler } from './commands/decline-findings/decline-findings.handler.js';
import { DocumentDisclosureController } from './commands/document-disclosure/document-disclosure.controller.js';
import { DocumentDisclosureHandler } from './commands/document-disclosure/document-disclosure.handler.js';
import { HandOverPromiseController } from './commands/hand-over-promise/hand-over-promise.controller.js';
import { HandOverPromiseHandler } from './commands/hand-over-promise/hand-over-promise.handler.js';
import { HoldFollowUpController } from './commands/hold-follow-up/hold-follow-up.controller.js';
import { HoldFollowUpHandler } from './commands/hold-follow-up/hold-follow-up.handler.js';
import { KeepPromiseController } from './commands/keep-promise/keep-promise.controller.js';
import { KeepPromiseHandler } from './commands/keep-promise/keep-promise.handler.js';
import { MakePromiseController } from './commands/make-promise/make-promise.controller.js';
import { MakePromiseHandler } from './commands/make-promise/make-promise.handler.js';
import { RecordFactController } from './commands/record-fact/record-fact.controller.js';
import { RecordFactHandler } from './commands/record-fact/record-fact.handler.js';
import { RetractFactController } from './commands/retract-fact/retract-fact.controller.js';
import { RetractFactHandler } from './commands/retract-fact/retract-fact.handler.js';
import { ShareFindingsController } from './commands/share-findings/share-findings.controller.js';
import { ShareFindingsHandler } from './commands/share-findings/share-findings.handler.js';
import { WithdrawClearanceController } from './commands/withdraw-clearance/withdraw-clearance.controller.js';
import { WithdrawClearanceHandler } from './commands/withdraw-clearance/withdraw-clearance.handler.js';
import { FactsController } from './views/facts/facts.controller.js';
import { ReadFactsHandler } from './views/facts/facts.query.js';

@Module({
  controllers: [
    AnswerQuestionController,
    AskQuestionController,
    ClearFactController,
    CorrectFactController,
    DeclineFindingsController,
    DocumentDisclosureController,
    FactsController,
    HandOverPromiseController,
    HoldFollowUpController,
    KeepPromiseController,
    MakePromiseController,
    RecordFactController,
    RetractFactController,
    ShareFindingsController,
    WithdrawClearanceController,
  ],
  providers: [
    AnswerQuestionHandler,
    AskQuestionHandler,
    ClearFactHandler,
    CorrectFactHandler,
    DeclineFindingsHandler,
    DocumentDisclosureHandler,
    HandOverPromiseHandler,
    HoldFollowUpHandler,
    KeepPromiseHandler,
    MakePromiseHandler,
    ReadFactsHandler,
    RecordFactHandler,
    RetractFactHandler,
    ShareFindingsHandler,
    WithdrawClearanceHandler,
  ],
})
export class TalksModule {}
