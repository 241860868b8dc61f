import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { instant } from '#kernel/core';
import {
  CurrentRead,
  caughtUpTo,
  PageQuery,
  type ReadRequest,
  readCursor,
  type Shown,
  Shows,
  writeCursor,
} from '#kernel/http';
import { Views } from '#kernel/readers';
import { safetyEventList } from '../../lines/safety-event-list.projection.js';
import { MyReportsBody } from './my-reports.body.js';
import { ListMyReports } from './my-reports.query.js';

@ApiTags('safety events')
@Controller('v1/my-reports')
export class MyReportsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({ summary: 'What one reported oneself: how it stands, who has it, what waits for an answer' })
  @Get()
  @Allow('safety-event.follow-own')
  @Shows(MyReportsBody)
  async list(
    @Query() { cursor, after, limit }: PageQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<MyReportsBody>> {
    const progress = await caughtUpTo(after, (position) =>
      this.views.reached(safetyEventList, read.caller.org, position),
    );
    const from = readCursor(cursor, instant());
    const page = { limit, ...(from && { from: { reportedAt: from.key, id: from.id } }) };
    const { items, more } = await this.queries.execute(new ListMyReports(page, read.caller, read));
    const last = items.at(-1);
    const next = more && last ? writeCursor({ key: last.reportedAt, id: last.id }) : undefined;
    return { body: { items, ...(next && { next }) }, progress, ...(next && { next }) };
  }
}
