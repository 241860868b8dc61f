import { Module } from '@nestjs/common';
import { CompleteInsurerReviewController } from './commands/complete-insurer-review/complete-insurer-review.controller.js';
import { CompleteInsurerReviewHandler } from './commands/complete-insurer-review/complete-insurer-review.handler.js';
import { GiveApologyController } from './commands/give-apology/give-apology.controller.js';
import { GiveApologyHandler } from './commands/give-apology/give-apology.handler.js';
import { PinPolicyPackHandler } from './commands/pin-policy-pack/pin-policy-pack.handler.js';
import { RecordBillDuringHoldController } from './commands/record-bill-during-hold/record-bill-during-hold.controller.js';
import { RecordBillDuringHoldHandler } from './commands/record-bill-during-hold/record-bill-during-hold.handler.js';
import { RecordNoInsurerController } from './commands/record-no-insurer/record-no-insurer.controller.js';
import { RecordNoInsurerHandler } from './commands/record-no-insurer/record-no-insurer.handler.js';
import { ReferToInsurerController } from './commands/refer-to-insurer/refer-to-insurer.controller.js';
import { ReferToInsurerHandler } from './commands/refer-to-insurer/refer-to-insurer.handler.js';
import { ReleaseByCounselController } from './commands/release-by-counsel/release-by-counsel.controller.js';
import { ReleaseByCounselHandler } from './commands/release-by-counsel/release-by-counsel.handler.js';
import { ReviseDeterminationController } from './commands/revise-determination/revise-determination.controller.js';
import { ReviseDeterminationHandler } from './commands/revise-determination/revise-determination.handler.js';
import { SendCandorNoticeController } from './commands/send-candor-notice/send-candor-notice.controller.js';
import { SendCandorNoticeHandler } from './commands/send-candor-notice/send-candor-notice.handler.js';
import { SendStatutoryDisclosureController } from './commands/send-statutory-disclosure/send-statutory-disclosure.controller.js';
import { SendStatutoryDisclosureHandler } from './commands/send-statutory-disclosure/send-statutory-disclosure.handler.js';
import { SignCandorAgreementController } from './commands/sign-candor-agreement/sign-candor-agreement.controller.js';
import { SignCandorAgreementHandler } from './commands/sign-candor-agreement/sign-candor-agreement.handler.js';
import { WaiveBillController } from './commands/waive-bill/waive-bill.controller.js';
import { WaiveBillHandler } from './commands/waive-bill/waive-bill.handler.js';

@Module({
  controllers: [
    CompleteInsurerReviewController,
    GiveApologyController,
    RecordBillDuringHoldController,
    RecordNoInsurerController,
    ReferToInsurerController,
    ReleaseByCounselController,
    ReviseDeterminationController,
    SendCandorNoticeController,
    SendStatutoryDisclosureController,
    SignCandorAgreementController,
    WaiveBillController,
  ],
  providers: [
    CompleteInsurerReviewHandler,
    GiveApologyHandler,
    PinPolicyPackHandler,
    RecordBillDuringHoldHandler,
    RecordNoInsurerHandler,
    ReferToInsurerHandler,
    ReleaseByCounselHandler,
    ReviseDeterminationHandler,
    SendCandorNoticeHandler,
    SendStatutoryDisclosureHandler,
    SignCandorAgreementHandler,
    WaiveBillHandler,
  ],
})
export class CareModule {}
