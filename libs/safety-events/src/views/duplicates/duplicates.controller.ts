import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { refuse } from '#kernel/core';
import { CurrentRead, caughtUpTo, IdPath, type ReadRequest, RecordQuery, type Shown, Shows } from '#kernel/http';
import { Views } from '#kernel/readers';
import { safetyEventList } from '../../lines/safety-event-list.projection.js';
import { DuplicatesBody } from './duplicates.body.js';
import { ProposeDuplicates } from './duplicates.query.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/duplicates')
export class DuplicatesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({
    summary: 'Safety events that may tell of the same, by time, place, patient and category; somebody decides',
  })
  @Get()
  @Allow('safety-event.compare')
  @Shows(DuplicatesBody)
  async propose(
    @Param() { id }: IdPath,
    @Query() { after }: RecordQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<DuplicatesBody>> {
    const progress = await caughtUpTo(after, (position) =>
      this.views.reached(safetyEventList, read.caller.org, position),
    );
    const items =
      (await this.queries.execute(new ProposeDuplicates(id, read.caller, read))) ??
      refuse('safety-event/not-found', 'There is no such safety event.');
    return { body: { items }, progress };
  }
}
