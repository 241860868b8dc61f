import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Clock, type Instant, type Label } from '#kernel/core';
import { CurrentRead, caughtUpTo, invalidField, type ReadRequest, type Shown, Shows, toInstant } from '#kernel/http';
import { Views } from '#kernel/readers';
import { SafetyEventPage } from '../../lines/line.body.js';
import { lineOf } from '../../lines/line-of.js';
import { safetyEventList } from '../../lines/safety-event-list.projection.js';
import { cursorAfter, seenBy } from './safety-event-list.order.js';
import { ListSafetyEvents, type SafetyEventFilter } from './safety-event-list.query.js';
import { SafetyEventListQuery } from './safety-event-list.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events')
export class SafetyEventListController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'The safety events that one may see, by place, type, harm, time, source, flags and standing',
  })
  @Get()
  @Allow('safety-event.list')
  @Shows(SafetyEventPage)
  async list(@Query() query: SafetyEventListQuery, @CurrentRead() read: ReadRequest): Promise<Shown<SafetyEventPage>> {
    const { labels } = read.caller.grant;
    checkFilters(query, labels);
    const progress = await caughtUpTo(query.after, (after) =>
      this.views.reached(safetyEventList, read.caller.org, after),
    );
    const { rows, more, withheld } = await this.queries.execute(
      new ListSafetyEvents(filterOf(query, this.clock.now()), read.caller, read),
    );
    const last = rows.at(-1);
    const next = more && last ? cursorAfter(last, query.order ?? 'newest') : undefined;
    const items = rows.map((row) => lineOf(row, labels));
    const body = { items, ...(next && { next }), ...(withheld > 0 && { withheld }) };
    return { body, progress, ...(next && { next }) };
  }
}

/** What says nothing of a field that is labelled OPER: where the page begins, and times, which every line shows. */
const OPEN = [
  'limit',
  'cursor',
  'after',
  'eventFrom',
  'eventBefore',
  'reportedFrom',
  'reportedBefore',
] as const satisfies readonly (keyof SafetyEventListQuery)[];

/** Who may not see a field may not filter by it either: what is found would tell its value. */
const checkFilters = (query: SafetyEventListQuery, labels: readonly Label[]): void => {
  if (labels.includes('OPER')) return;
  const filter = Object.entries(query).find(
    ([name, value]) => value !== undefined && !OPEN.some((one) => one === name),
  );
  if (filter) throw invalidField(filter[0], 'is a field that you may not see');
};

const filterOf = (
  { cursor, after: _after, late, ...filter }: SafetyEventListQuery,
  now: Instant,
): SafetyEventFilter => {
  const { eventFrom, eventBefore, reportedFrom, reportedBefore } = filter;
  const from = seenBy(cursor, filter.order ?? 'newest');
  return {
    ...filter,
    ...(eventFrom && { eventFrom: toInstant(eventFrom) }),
    ...(eventBefore && { eventBefore: toInstant(eventBefore) }),
    ...(reportedFrom && { reportedFrom: toInstant(reportedFrom) }),
    ...(reportedBefore && { reportedBefore: toInstant(reportedBefore) }),
    ...(late && { lateAt: now }),
    ...(from && { from }),
  };
};
