import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { CurrentRead, caughtUpTo, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { Views } from '#kernel/readers';
import { safetyEventList } from '../../lines/safety-event-list.projection.js';
import { FeedbackReportBody, FeedbackReportQuery } from './feedback-report.body.js';
import { ReadFeedbackReport } from './feedback-report.query.js';

@ApiTags('safety events')
@Controller('v1/reports/feedback')
export class FeedbackReportController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({
    summary: 'How staff who report are told what came of it: share, business days, overdue, by facility',
  })
  @Get()
  @Allow('feedback-report.read')
  @Shows(FeedbackReportBody)
  async read(
    @Query() { period, after }: FeedbackReportQuery,
    @CurrentRead() { caller }: ReadRequest,
  ): Promise<Shown<FeedbackReportBody>> {
    const progress = await caughtUpTo(after, (position) => this.views.reached(safetyEventList, caller.org, position));
    return { body: await this.queries.execute(new ReadFeedbackReport(caller.org, period)), progress };
  }
}
