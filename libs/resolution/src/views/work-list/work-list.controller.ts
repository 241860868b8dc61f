import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Clock, instant } from '#kernel/core';
import {
  CurrentRead,
  caughtUpTo,
  invalidField,
  type ReadRequest,
  readCursor,
  type Shown,
  Shows,
  writeCursor,
} from '#kernel/http';
import { Views } from '#kernel/readers';
import { WorkListPage } from './work-list.body.js';
import { lineOf } from './work-list.line.js';
import { workList } from './work-list.projection.js';
import { ListCases, ORDERED } from './work-list.query.js';
import { WorkListQuery } from './work-list.request.js';

/** What tells of fields that are labelled OPER. */
const NARROWING = [
  'standing',
  'order',
  'late',
  'dueToday',
  'mine',
  'new',
  'status',
  'facilityId',
  'owner',
  'safetyEventId',
] as const;

@ApiTags('resolution cases')
@Controller('v1/resolution-cases')
export class WorkListController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'The resolution cases that one may see, with what each waits for: newest or next due first',
  })
  @Get()
  @Allow('resolution-case.list')
  @Shows(WorkListPage)
  async list(@Query() query: WorkListQuery, @CurrentRead() read: ReadRequest): Promise<Shown<WorkListPage>> {
    const { cursor, after, late, dueToday, mine, new: fresh, ...filter } = query;
    const { org, grant } = read.caller;
    const filtered = NARROWING.find((one) => query[one]);
    if (filtered && !grant.labels.includes('OPER')) throw invalidField(filtered, 'is a field that you may not see');
    const progress = await caughtUpTo(after, (position) => this.views.reached(workList, org, position));
    const now = this.clock.now();
    const from = readCursor(cursor, instant());
    const { rows, more, withheld } = await this.queries.execute(
      new ListCases(
        {
          ...filter,
          ...(late && { dueBefore: now }),
          ...(dueToday && { dueOnDayOf: now }),
          ...(mine && { mine: true }),
          ...(fresh && { fresh: true }),
          ...(from && { from: { at: from.key, id: from.id } }),
        },
        read.caller,
        read,
      ),
    );
    const last = rows.at(-1);
    const next =
      more && last ? writeCursor({ key: last[ORDERED[query.order ?? 'newest'].by], id: last.id }) : undefined;
    const items = rows.map((row) => lineOf(row, grant.labels, now));
    const body = { items, ...(next && { next }), ...(withheld > 0 && { withheld }) };
    return { body, progress, ...(next && { next }) };
  }
}
