import { Module } from '@nestjs/common';
import { AbsorbCaseHandler } from './commands/absorb-case/absorb-case.handler.js';
import { AskTransferController } from './commands/ask-transfer/ask-transfer.controller.js';
import { AskTransferHandler } from './commands/ask-transfer/ask-transfer.handler.js';
import { MergeCaseController } from './commands/merge-case/merge-case.controller.js';
import { MergeCaseHandler } from './commands/merge-case/merge-case.handler.js';
import { PlaceOnHoldController } from './commands/place-on-hold/place-on-hold.controller.js';
import { PlaceOnHoldHandler } from './commands/place-on-hold/place-on-hold.handler.js';
import { ReceiveClaimController } from './commands/receive-claim/receive-claim.controller.js';
import { ReceiveClaimHandler } from './commands/receive-claim/receive-claim.handler.js';
import { RecordSuitController } from './commands/record-suit/record-suit.controller.js';
import { RecordSuitHandler } from './commands/record-suit/record-suit.handler.js';
import { ReopenCaseController } from './commands/reopen-case/reopen-case.controller.js';
import { ReopenCaseHandler } from './commands/reopen-case/reopen-case.handler.js';
import { RequireCaseMergeHandler } from './commands/require-case-merge/require-case-merge.handler.js';
import { ResumeCaseController } from './commands/resume-case/resume-case.controller.js';
import { ResumeCaseHandler } from './commands/resume-case/resume-case.handler.js';
import { ReturnFromOutsideController } from './commands/return-from-outside/return-from-outside.controller.js';
import { ReturnFromOutsideHandler } from './commands/return-from-outside/return-from-outside.handler.js';
import { TransferCaseController } from './commands/transfer-case/transfer-case.controller.js';
import { TransferCaseHandler } from './commands/transfer-case/transfer-case.handler.js';

/** How a case stands aside, goes elsewhere, merges and begins again. */
@Module({
  controllers: [
    AskTransferController,
    MergeCaseController,
    PlaceOnHoldController,
    ReceiveClaimController,
    RecordSuitController,
    ReopenCaseController,
    ResumeCaseController,
    ReturnFromOutsideController,
    TransferCaseController,
  ],
  providers: [
    AbsorbCaseHandler,
    AskTransferHandler,
    MergeCaseHandler,
    PlaceOnHoldHandler,
    ReceiveClaimHandler,
    RecordSuitHandler,
    ReopenCaseHandler,
    RequireCaseMergeHandler,
    ResumeCaseHandler,
    ReturnFromOutsideHandler,
    TransferCaseHandler,
  ],
})
export class CourseModule {}
