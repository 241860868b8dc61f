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
import { SafetyEventRecordBody } from './safety-event-record.body.js';
import { safetyEventRecord } from './safety-event-record.projection.js';
import { ReadSafetyEvent } from './safety-event-record.query.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id')
export class SafetyEventRecordController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({ summary: 'One safety event with its history, as far as one may see it' })
  @Get()
  @Allow('safety-event.read')
  @Shows(SafetyEventRecordBody, NotYetBody)
  async read(
    @Param() { id }: IdPath,
    @Query() { after }: RecordQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<SafetyEventRecordBody | NotYetBody>> {
    const progress = await caughtUpTo(after, (position) =>
      this.views.reached(safetyEventRecord, read.caller.org, position),
    );
    const record = await this.queries.execute(new ReadSafetyEvent(id, read.caller, read));
    return shownIfFound(
      record,
      progress,
      () => refuse('safety-event/not-found', 'There is no such safety event.'),
      ({ revision }) => revision,
    );
  }
}
