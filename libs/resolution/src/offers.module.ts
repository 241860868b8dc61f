import { Module } from '@nestjs/common';
import { AcceptOfferController } from './commands/accept-offer/accept-offer.controller.js';
import { AcceptOfferHandler } from './commands/accept-offer/accept-offer.handler.js';
import { AdviseOfCounselController } from './commands/advise-of-counsel/advise-of-counsel.controller.js';
import { AdviseOfCounselHandler } from './commands/advise-of-counsel/advise-of-counsel.handler.js';
import { DeclineOfferController } from './commands/decline-offer/decline-offer.controller.js';
import { DeclineOfferHandler } from './commands/decline-offer/decline-offer.handler.js';
import { ExpireOfferHandler } from './commands/expire-offer/expire-offer.handler.js';
import { FileMedicareReportController } from './commands/file-medicare-report/file-medicare-report.controller.js';
import { FileMedicareReportHandler } from './commands/file-medicare-report/file-medicare-report.handler.js';
import { FileNpdbReportController } from './commands/file-npdb-report/file-npdb-report.controller.js';
import { FileNpdbReportHandler } from './commands/file-npdb-report/file-npdb-report.handler.js';
import { MakeOfferController } from './commands/make-offer/make-offer.controller.js';
import { MakeOfferHandler } from './commands/make-offer/make-offer.handler.js';
import { RecordCourtApprovalController } from './commands/record-court-approval/record-court-approval.controller.js';
import { RecordCourtApprovalHandler } from './commands/record-court-approval/record-court-approval.handler.js';
import { RecordPaymentController } from './commands/record-payment/record-payment.controller.js';
import { RecordPaymentHandler } from './commands/record-payment/record-payment.handler.js';
import { ReviseOfferController } from './commands/revise-offer/revise-offer.controller.js';
import { ReviseOfferHandler } from './commands/revise-offer/revise-offer.handler.js';
import { WithdrawOfferController } from './commands/withdraw-offer/withdraw-offer.controller.js';
import { WithdrawOfferHandler } from './commands/withdraw-offer/withdraw-offer.handler.js';

/** Offers, their answers and what is paid. */
@Module({
  controllers: [
    AcceptOfferController,
    AdviseOfCounselController,
    DeclineOfferController,
    FileMedicareReportController,
    FileNpdbReportController,
    MakeOfferController,
    RecordCourtApprovalController,
    RecordPaymentController,
    ReviseOfferController,
    WithdrawOfferController,
  ],
  providers: [
    AcceptOfferHandler,
    AdviseOfCounselHandler,
    DeclineOfferHandler,
    ExpireOfferHandler,
    FileMedicareReportHandler,
    FileNpdbReportHandler,
    MakeOfferHandler,
    RecordCourtApprovalHandler,
    RecordPaymentHandler,
    ReviseOfferHandler,
    WithdrawOfferHandler,
  ],
})
export class OffersModule {}
