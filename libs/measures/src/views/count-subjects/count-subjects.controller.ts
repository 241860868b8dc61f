import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Clock, type Kind, refuse } from '#kernel/core';
import { CurrentRead, caughtUpTo, type ReadRequest, readCursor, type Shown, Shows, writeCursor } from '#kernel/http';
import type { CountPeriod } from '../../counts/count.codes.js';
import { countQuestionOf } from '../../counts/count-question.js';
import { pointAsked } from '../../figures/asked.js';
import { Figures } from '../../figures/figures.js';
import { type CountSubjectBody, CountSubjectsBody } from './count-subjects.body.js';
import { type CountedSubject, OpenCount, type OpenedCount } from './count-subjects.query.js';
import { CountPath, CountSubjectsQuery } from './count-subjects.request.js';

@ApiTags('measures')
@Controller('v1/measures/counts/:id/subjects')
export class CountSubjectsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'What is behind a count, with the events that say so; every look is written down' })
  @Get()
  @Allow('measures.open')
  @Shows(CountSubjectsBody)
  async open(
    @Param() { id }: CountPath,
    @Query() query: CountSubjectsQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<CountSubjectsBody>> {
    const progress = await caughtUpTo(query.after, (position) => this.figures.reached(read.caller.org, position));
    const count = countOf(id, query, this.clock.now());
    const { subjects, more, asOf } = await this.queries.execute(new OpenCount(count, read.caller, read));
    const last = subjects.at(-1);
    const next = more && last ? writeCursor({ key: last.place, id: last.id }) : undefined;
    return { body: { items: subjects.map(bodyOf), asOf, ...(next && { next }) }, progress, ...(next && { next }) };
  }
}

/** A place in the ledger, as a cursor has it. */
const PLACE: Kind<string> = {
  name: 'a place in the ledger',
  free: false,
  problem: (value) => (/^\d{1,15}$/.test(String(value)) ? undefined : 'must be a place in the ledger'),
};

const countOf = (id: string, query: CountSubjectsQuery, now: string): OpenedCount => {
  const { period, by, of, facility, asOf, cursor, limit } = query;
  if ((by === undefined) !== (of === undefined))
    return refuse('measure/no-such-part', 'A split and its part go together.', by === undefined ? 'by' : 'of');
  const from = readCursor(cursor, PLACE);
  return {
    question: countQuestionOf({ count: id, period: kindOf(period), from: period, to: period }, now),
    by,
    of,
    facility,
    asOf: pointAsked(asOf),
    ...(from && { from: Number(from.key) }),
    limit,
  };
};

/** The kind of period that a name is of. */
const kindOf = (period: string): CountPeriod => {
  if (period.includes('Q')) return 'quarter';
  return period.includes('-') ? 'month' : 'year';
};

const bodyOf = (one: CountedSubject): CountSubjectBody => ({
  ...(one.kind === 'concern' ? { concernId: one.id } : { safetyEventId: one.id }),
  facilityId: one.facility_id,
  at: one.at.toISOString(),
  of: one.parts,
  ...(one.took !== undefined && { took: one.took }),
  positions: one.positions,
});
