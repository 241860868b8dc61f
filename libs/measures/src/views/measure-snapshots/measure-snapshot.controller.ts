import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { refuse } from '#kernel/core';
import { CurrentRead, caughtUpTo, IdPath, NotYetBody, notYet, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { Views } from '#kernel/readers';
import { bodiesOf } from '../../figures/figure.body.js';
import type { Figure } from '../../figures/figure.js';
import type { Breakdown } from '../../measure-snapshot/measure.codes.js';
import { lineOf } from './line.js';
import { SnapshotBody } from './measure-snapshots.body.js';
import { measureSnapshots } from './measure-snapshots.projection.js';
import { ReadSnapshot } from './measure-snapshots.query.js';
import { SnapshotQuery } from './measure-snapshots.request.js';

/** What a snapshot tells of unasked; what is hidden is decided over everything in it. */
const SHOWN: readonly Breakdown[] = ['all', 'facility', 'harm'];

@ApiTags('measures')
@Controller('v1/measure-snapshots/:id')
export class MeasureSnapshotController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({ summary: 'A published figure as it was frozen, and what it is today' })
  @Get()
  @Allow('measures.read')
  @Shows(SnapshotBody, NotYetBody)
  async read(
    @Param() { id }: IdPath,
    @Query() { after, by }: SnapshotQuery,
    @CurrentRead() { caller: { org, grant } }: ReadRequest,
  ): Promise<Shown<SnapshotBody | NotYetBody>> {
    const progress = await caughtUpTo(after, (position) => this.views.reached(measureSnapshots, org, position));
    const found = await this.queries.execute(new ReadSnapshot(org, id));
    if (!found)
      return progress === 'behind' ? notYet : refuse('measure-snapshot/not-found', 'There is no such snapshot.');
    const whole = grant.labels.includes('OPER');
    const { snapshot, today } = found;
    const shown = (figures: readonly Figure[]) =>
      bodiesOf(figures, whole).filter(
        (_, at) => SHOWN.includes(figures[at]?.by as Breakdown) || figures[at]?.by === by,
      );
    const [figures, restated] = [shown(snapshot.figures), shown(today.figures)];
    return { body: { ...lineOf(snapshot), figures, today: whole ? restated : [] }, progress };
  }
}
