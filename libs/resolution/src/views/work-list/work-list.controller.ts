import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Clock, type Instant, instant } from '#kernel/core';
import {
  CurrentRead,
  caughtUpTo,
  invalidField,
  type ReadRequest,
  readCursor,
  type Shown,
  Shows,
  toInstant,
  writeCursor,
} from '#kernel/http';
import { Views } from '#kernel/readers';
import { nextFor } from '../../resolution-case/next.js';
import { lineOf } from './work-list.line.js';
import { WorkListPage } from './work-list.page.js';
import { workList } from './work-list.projection.js';
import { ListCases, type WorkListFilter } from './work-list.query.js';
import { WorkListQuery } from './work-list.request.js';

/** What narrows nothing: a filter beside these tells of fields that are labelled OPER. */
const PAGING: readonly string[] = ['limit', 'cursor', 'after'];
const WEEK = 7 * 86_400_000;

@ApiTags('resolution cases')
@Controller('v1/resolution-cases')
export class WorkListController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary:
      'The resolution cases that one may see, with their clocks and what may happen next, and how many there are of each sort: newest or next due first',
  })
  @Get()
  @Allow('resolution-case.list')
  @Shows(WorkListPage)
  async list(@Query() query: WorkListQuery, @CurrentRead() read: ReadRequest): Promise<Shown<WorkListPage>> {
    const { caller } = read;
    const { org, grant, personId, roles } = caller;
    const narrowing = Object.entries(query).find(([name, value]) => value !== undefined && !PAGING.includes(name));
    if (narrowing && !grant.labels.includes('OPER'))
      throw invalidField(narrowing[0], 'is a field that you may not see');
    const progress = await caughtUpTo(query.after, (position) => this.views.reached(workList, org, position));
    const now = this.clock.now();
    const { cases, more, withheld, counts } = await this.queries.execute(
      new ListCases(filterOf(query, now), caller, read),
    );
    const last = cases.at(-1);
    const next = more && last ? writeCursor({ key: last.at, id: last.row.id }) : undefined;
    const nextOf = nextFor({ by: personId, roles, at: now });
    const items = cases.map((one) => lineOf(one, nextOf));
    const body = { items, ...(counts && { counts }), ...(next && { next }), ...(withheld > 0 && { withheld }) };
    return { body, progress, ...(next && { next }) };
  }
}

const filterOf = (query: WorkListQuery, now: Instant): WorkListFilter => {
  const { cursor, after: _after, newSince, ...filter } = query;
  const from = readCursor(cursor, instant());
  return {
    ...filter,
    now,
    newSince: newSince ? toInstant(newSince) : new Date(Date.parse(now) - WEEK).toISOString(),
    ...(from && { from: { at: from.key, id: from.id } }),
  };
};
