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
  writeCursor,
} from '#kernel/http';
import { Views } from '#kernel/readers';
import { ConcernPage } from './concern-inbox.body.js';
import { lineOf } from './concern-inbox.line.js';
import { concernInbox } from './concern-inbox.projection.js';
import { type ConcernFilter, ListConcerns, ORDERED } from './concern-inbox.query.js';
import { ConcernInboxQuery } from './concern-inbox.request.js';

/** What narrows nothing: a filter beside these tells of fields that are labelled OPER. */
const PAGING: readonly string[] = ['limit', 'cursor', 'after'];

@ApiTags('concerns')
@Controller('v1/concerns')
export class ConcernInboxController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'The concerns that one may see, with what each waits for: next due or newest first' })
  @Get()
  @Allow('concern.list')
  @Shows(ConcernPage)
  async list(@Query() query: ConcernInboxQuery, @CurrentRead() read: ReadRequest): Promise<Shown<ConcernPage>> {
    const { org, grant, personId } = read.caller;
    const narrowing = Object.entries(query).find(([name, value]) => value !== undefined && !PAGING.includes(name));
    if (narrowing && !grant.labels.includes('OPER'))
      throw invalidField(narrowing[0], 'is a field that you may not see');
    const progress = await caughtUpTo(query.after, (position) => this.views.reached(concernInbox, org, position));
    const now = this.clock.now();
    // When something is due is labelled OPER too, and the cursor would tell it.
    const { order = grant.labels.includes('OPER') ? 'due' : 'newest' } = query;
    const { rows, more, withheld } = await this.queries.execute(
      new ListConcerns({ ...filterOf(query, personId, now), order }, read.caller, read),
    );
    const last = rows.at(-1);
    const next = more && last ? writeCursor({ key: last[ORDERED[order].by], id: last.id }) : undefined;
    const items = rows.map((row) => lineOf(row, grant.labels, now));
    const body = { items, ...(next && { next }), ...(withheld > 0 && { withheld }) };
    return { body, progress, ...(next && { next }) };
  }
}

const filterOf = (query: ConcernInboxQuery, me: string, now: Instant): Omit<ConcernFilter, 'order'> => {
  const { cursor, after: _after, late, mine, grievance, stillAtRisk, quarantined, order: _order, ...equal } = query;
  const from = readCursor(cursor, instant());
  return {
    ...equal,
    ...(mine && { owner: me }),
    ...(late && { dueBefore: now }),
    ...(grievance && { grievance: grievance === 'true' }),
    ...(stillAtRisk && { stillAtRisk: stillAtRisk === 'true' }),
    ...(quarantined && { quarantined: quarantined === 'all' ? 'all' : quarantined === 'true' }),
    ...(from && { from: { at: from.key, id: from.id } }),
  };
};
