import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { refuse } from '#kernel/core';
import {
  CurrentRead,
  caughtUpTo,
  IdPath,
  NotYetBody,
  type ReadRequest,
  RecordQuery,
  type Shown,
  Shows,
  shownIfFound,
} from '#kernel/http';
import { Views } from '#kernel/readers';
import { ConcernRecordBody } from './concern-record.body.js';
import { concernRecord } from './concern-record.projection.js';
import { ReadConcern } from './concern-record.query.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id')
export class ConcernRecordController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({ summary: 'One concern with its history, as far as one may see it' })
  @Get()
  @Allow('concern.read')
  @Shows(ConcernRecordBody, NotYetBody)
  async read(
    @Param() { id }: IdPath,
    @Query() { after }: RecordQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<ConcernRecordBody | NotYetBody>> {
    const progress = await caughtUpTo(after, (position) =>
      this.views.reached(concernRecord, read.caller.org, position),
    );
    const record = await this.queries.execute(new ReadConcern(id, read.caller, read));
    return shownIfFound(
      record as ConcernRecordBody | 'withheld' | undefined,
      progress,
      () => refuse('concern/not-found', 'There is no such concern.'),
      ({ revision }) => revision,
    );
  }
}
