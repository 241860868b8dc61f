import { Module } from '@nestjs/common';
import { AnonymousReportController } from './anonymous-report.controller.js';
import { FollowByCodeController } from './follow-by-code.controller.js';
import { ReadReportStatusHandler } from './report-status.query.js';

/** Reports without a name, and their codes. */
@Module({
  controllers: [AnonymousReportController, FollowByCodeController],
  providers: [ReadReportStatusHandler],
})
export class PublicReportsModule {}
