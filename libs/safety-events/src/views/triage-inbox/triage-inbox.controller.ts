import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { instant, type Kind } from '#kernel/core';
import { CurrentRead, caughtUpTo, type ReadRequest, readCursor, type Shown, Shows, writeCursor } from '#kernel/http';
import { Views } from '#kernel/readers';
import { safetyEventList } from '../../lines/safety-event-list.projection.js';
import { TriageInboxBody } from './triage-inbox.body.js';
import { ReadTriageInbox, type SeenItem } from './triage-inbox.query.js';
import { TriageInboxQuery } from './triage-inbox.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/inbox')
export class TriageInboxController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({
    summary: 'What waits for triage or confirmation: new and severe ones first, with what may be told twice',
  })
  @Get()
  @Allow('safety-event.inbox')
  @Shows(TriageInboxBody)
  async read(@Query() query: TriageInboxQuery, @CurrentRead() read: ReadRequest): Promise<Shown<TriageInboxBody>> {
    const { cursor, after, ...filter } = query;
    const progress = await caughtUpTo(after, (position) =>
      this.views.reached(safetyEventList, read.caller.org, position),
    );
    const from = seenBy(cursor);
    const { counts, items, next, withheld } = await this.queries.execute(
      new ReadTriageInbox({ ...filter, ...(from && { from }) }, read.caller, read),
    );
    const goesOn = next && writeCursor({ key: `${next.status} ${next.weight} ${next.reportedAt}`, id: next.id });
    const body = { counts, items, ...(goesOn && { next: goesOn }), ...(withheld > 0 && { withheld }) };
    return { body, progress, ...(goesOn && { next: goesOn }) };
  }
}

const PLACE = /^(reported|triaged) ([0-5]) (.+)$/;
const place: Kind<string> = {
  name: 'a state, a weight and an instant',
  free: false,
  problem: (value) => instant().problem(typeof value === 'string' ? PLACE.exec(value)?.[3] : undefined),
};

const seenBy = (cursor: string | undefined): SeenItem | undefined => {
  const from = readCursor(cursor, place);
  const [, status = '', weight, at = ''] = PLACE.exec(from?.key ?? '') ?? [];
  // Read again by its time alone, which refuses a day that no calendar has.
  const seen = from && readCursor(writeCursor({ key: at, id: from.id }), instant());
  return seen && { status, weight: Number(weight), reportedAt: seen.key, id: seen.id };
};
