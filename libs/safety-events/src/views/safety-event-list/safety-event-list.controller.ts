import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { instant, type Label } from '#kernel/core';
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
import { present, Views } from '#kernel/readers';
import { type SafetyEventLine, SafetyEventPage } from './safety-event-list.body.js';
import { safetyEventList } from './safety-event-list.projection.js';
import { ListSafetyEvents, type SafetyEventFilter } from './safety-event-list.query.js';
import { SafetyEventListQuery } from './safety-event-list.request.js';
import type { SafetyEventListRow } from './safety-event-list.row.js';

@ApiTags('safety events')
@Controller('v1/safety-events')
export class SafetyEventListController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({ summary: 'The safety events that one may see, newest report first' })
  @Get()
  @Allow('safety-event.list')
  @Shows(SafetyEventPage)
  async list(@Query() query: SafetyEventListQuery, @CurrentRead() read: ReadRequest): Promise<Shown<SafetyEventPage>> {
    checkFilters(query, read.caller.grant.labels);
    const progress = await caughtUpTo(query.after, (after) =>
      this.views.reached(safetyEventList, read.caller.org, after),
    );
    const { rows, more, withheld } = await this.queries.execute(
      new ListSafetyEvents(filterOf(query), read.caller, read),
    );
    const last = rows.at(-1);
    const next = more && last ? writeCursor({ key: last.reportedAt, id: last.id }) : undefined;
    const items = rows.map((row) => lineOf(row, read.caller.grant.labels));
    const body = { items, ...(next && { next }), ...(withheld > 0 && { withheld }) };
    return { body, progress, ...(next && { next }) };
  }
}

/** Filters on fields of the label OPER. */
const OPERATIONAL = [
  'status',
  'eventClass',
  'category',
  'harmSeverity',
  'harmReported',
  'facilityId',
  'source',
  'flag',
] as const satisfies readonly (keyof SafetyEventListQuery)[];

/** Who may not see a field may not filter by it either: what is found would tell its value. */
const checkFilters = (query: SafetyEventListQuery, labels: readonly Label[]): void => {
  const filter = OPERATIONAL.find((name) => query[name] !== undefined);
  if (filter && !labels.includes('OPER')) throw invalidField(filter, 'is a field that you may not see');
};

const filterOf = ({
  cursor,
  reportedFrom,
  reportedBefore,
  after: _after,
  ...equal
}: SafetyEventListQuery): SafetyEventFilter => {
  const from = readCursor(cursor, instant());
  return {
    ...equal,
    ...(reportedFrom && { reportedFrom: toInstant(reportedFrom) }),
    ...(reportedBefore && { reportedBefore: toInstant(reportedBefore) }),
    ...(from && { from: { reportedAt: from.key, id: from.id } }),
  };
};

const lineOf = (row: SafetyEventListRow, labels: readonly Label[]): SafetyEventLine => {
  const { org: _org, reporter: _reporter, position: _position, ...line } = present(row);
  if (labels.includes('OPER')) return line;
  const { id, eventAt, eventPrecision, reportedAt, revision } = line;
  return { id, eventAt, eventPrecision, reportedAt, revision };
};
