import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { type DueListRow, defaultDefinitions, dueList } from '#kernel/clocks';
import { Clock, type Instant, instant } from '#kernel/core';
import {
  CurrentRead,
  caughtUpTo,
  type ReadRequest,
  readCursor,
  type Shown,
  Shows,
  toInstant,
  writeCursor,
} from '#kernel/http';
import { present, Views } from '#kernel/readers';
import { type DueListLine, DueListPage } from './due-list.body.js';
import { ListDeadlines } from './due-list.query.js';
import { DueListQuery } from './due-list.request.js';

@ApiTags('deadlines')
@Controller('v1/deadlines')
export class DueListController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'The deadlines that one may see, the next due first: those that are open, unless asked otherwise',
  })
  @Get()
  @Allow('deadline.list')
  @Shows(DueListPage)
  async list(@Query() query: DueListQuery, @CurrentRead() read: ReadRequest): Promise<Shown<DueListPage>> {
    const { cursor, after, late, mine, dueBefore, owner, ...filter } = query;
    const { caller } = read;
    const progress = await caughtUpTo(after, (position) => this.views.reached(dueList, caller.org, position));
    const now = this.clock.now();
    const from = readCursor(cursor, instant());
    const whose = mine ? caller.personId : owner;
    const { rows, more, withheld } = await this.queries.execute(
      new ListDeadlines(
        {
          ...filter,
          ...(whose && { owner: whose }),
          ...(late && { lateAt: now }),
          ...(dueBefore && { dueBefore: toInstant(dueBefore) }),
          ...(from && { from: { at: from.key, id: from.id } }),
        },
        caller,
        read,
      ),
    );
    const last = rows.at(-1);
    const next = more && last ? writeCursor({ key: last.dueAt, id: last.id }) : undefined;
    const items = rows.map((row) => lineOf(row, now));
    const body = { items, ...(next && { next }), ...(withheld > 0 && { withheld }) };
    return { body, progress, ...(next && { next }) };
  }
}

const TITLES = new Map(defaultDefinitions.map(({ kind, title }) => [kind, title]));

const lineOf = (row: DueListRow, now: Instant): DueListLine => {
  const { org, tells, nextWakeAt, deadline, position, open, ...line } = present(row);
  const title = TITLES.get(row.kind);
  return { ...line, ...(title && { title }), late: open && row.state !== 'paused' && row.dueAt < now };
};
