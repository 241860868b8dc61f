import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { instant } from '#kernel/core';
import { CurrentRead, caughtUpTo, type ReadRequest, readCursor, type Shown, Shows, writeCursor } from '#kernel/http';
import { Views } from '#kernel/readers';
import { SafetyEventPage } from '../../lines/line.body.js';
import { lineOf } from '../../lines/line-of.js';
import { safetyEventList } from '../../lines/safety-event-list.projection.js';
import { CheckPath, DataQualityBody, DataQualityQuery, FailingQuery } from './data-quality.body.js';
import { ListFailing, ReadDataQuality } from './data-quality.query.js';

@ApiTags('safety events')
@Controller('v1/data-quality')
export class DataQualityController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({ summary: 'What is wrong with the records of safety events, as counts of checks' })
  @Get()
  @Allow('data-quality.read')
  @Shows(DataQualityBody)
  async count(
    @Query() { facilityId, after }: DataQualityQuery,
    @CurrentRead() { caller }: ReadRequest,
  ): Promise<Shown<DataQualityBody>> {
    const progress = await this.reached(caller.org, after);
    return { body: await this.queries.execute(new ReadDataQuality(caller.org, facilityId)), progress };
  }

  @ApiOperation({ summary: 'The records that fail one check, newest first' })
  @Get(':check')
  @Allow('data-quality.read')
  @Shows(SafetyEventPage)
  async list(
    @Param() { check }: CheckPath,
    @Query() { facilityId, after, cursor, limit }: FailingQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<SafetyEventPage>> {
    const progress = await this.reached(read.caller.org, after);
    const from = readCursor(cursor, instant());
    const asked = {
      check,
      limit,
      ...(facilityId && { facilityId }),
      ...(from && { from: { reportedAt: from.key, id: from.id } }),
    };
    const { rows, more } = await this.queries.execute(new ListFailing(asked, read.caller, read));
    const last = rows.at(-1);
    const next = more && last ? writeCursor({ key: last.reportedAt, id: last.id }) : undefined;
    const items = rows.map((row) => lineOf(row, read.caller.grant.labels));
    return { body: { items, ...(next && { next }) }, progress, ...(next && { next }) };
  }

  private reached(org: string, after: number | undefined) {
    return caughtUpTo(after, (position) => this.views.reached(safetyEventList, org, position));
  }
}
