import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Clock, instant } from '#kernel/core';
import { CurrentRead, caughtUpTo, type ReadRequest, readCursor, type Shown, Shows, writeCursor } from '#kernel/http';
import { periodAsked, pointAsked } from '../../figures/asked.js';
import { Figures } from '../../figures/figures.js';
import { MeasurePath } from '../../figures/measure-path.js';
import { type MeasureCaseBody, MeasureCasesBody } from './measure-cases.body.js';
import { type CountedCase, type OpenedFigure, OpenFigure } from './measure-cases.query.js';
import { MeasureCasesQuery } from './measure-cases.request.js';

@ApiTags('measures')
@Controller('v1/measures/:id/cases')
export class MeasureCasesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'The cases behind a figure, with the events that decided them; every look is written down' })
  @Get()
  @Allow('measures.open')
  @Shows(MeasureCasesBody)
  async open(
    @Param() { id }: MeasurePath,
    @Query() query: MeasureCasesQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<MeasureCasesBody>> {
    const progress = await caughtUpTo(query.after, (position) => this.figures.reached(read.caller.org, position));
    const figure = figureOf(id, query, this.clock.now());
    const { cases, more, asOf } = await this.queries.execute(new OpenFigure(figure, read.caller, read));
    const last = cases.at(-1);
    const next = more && last ? writeCursor({ key: last.anchor_at.toISOString(), id: last.id }) : undefined;
    return { body: { items: cases.map(bodyOf), asOf, ...(next && { next }) }, progress, ...(next && { next }) };
  }
}

const figureOf = (measure: string, query: MeasureCasesQuery, now: string): OpenedFigure => {
  const { period, asOf, cursor, after: _after, ...narrowing } = query;
  const from = readCursor(cursor, instant());
  return {
    ...narrowing,
    question: periodAsked(measure, period, now),
    asOf: pointAsked(asOf),
    ...(from && { from: { anchorAt: from.key, id: from.id } }),
  };
};

const bodyOf = (one: CountedCase): MeasureCaseBody => ({
  ...(one.kind === 'concern' ? { concernId: one.subject } : { safetyEventId: one.subject }),
  ...(one.case && { caseId: one.case }),
  status: one.status,
  ...(one.why && { why: one.why }),
  people: one.people,
  facilityId: one.facility_id,
  ...(one.harm && { harmSeverity: one.harm }),
  anchorAt: one.anchor_at.toISOString(),
  ...(one.due_at && { dueAt: one.due_at.toISOString() }),
  ...(one.done_at && { doneAt: one.done_at.toISOString() }),
  lateEntry: one.late,
  positions: one.positions,
});
