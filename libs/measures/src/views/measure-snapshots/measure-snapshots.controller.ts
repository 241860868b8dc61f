import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { instant } from '#kernel/core';
import {
  CurrentRead,
  caughtUpTo,
  PageQuery,
  type ReadRequest,
  readCursor,
  type Shown,
  Shows,
  writeCursor,
} from '#kernel/http';
import { Views } from '#kernel/readers';
import { lineOf } from './line.js';
import { SnapshotsBody } from './measure-snapshots.body.js';
import { measureSnapshots } from './measure-snapshots.projection.js';
import { ListSnapshots } from './measure-snapshots.query.js';

@ApiTags('measures')
@Controller('v1/measure-snapshots')
export class MeasureSnapshotsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({ summary: 'The published figures, newest first' })
  @Get()
  @Allow('measures.read')
  @Shows(SnapshotsBody)
  async list(
    @Query() { limit, cursor, after }: PageQuery,
    @CurrentRead() { caller: { org } }: ReadRequest,
  ): Promise<Shown<SnapshotsBody>> {
    const progress = await caughtUpTo(after, (position) => this.views.reached(measureSnapshots, org, position));
    const from = readCursor(cursor, instant());
    const { rows, more } = await this.queries.execute(
      new ListSnapshots(org, limit, from && { takenAt: from.key, id: from.id }),
    );
    const last = rows.at(-1);
    const next = more && last ? writeCursor({ key: last.takenAt, id: last.id }) : undefined;
    return { body: { items: rows.map(lineOf), ...(next && { next }) }, progress, ...(next && { next }) };
  }
}
