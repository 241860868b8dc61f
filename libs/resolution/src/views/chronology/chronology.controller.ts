import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Clock } from '#kernel/core';
import {
  CurrentRead,
  caughtUpTo,
  IdPath,
  NotYetBody,
  type ReadRequest,
  type Shown,
  Shows,
  shownIfFound,
} from '#kernel/http';
import { Views } from '#kernel/readers';
import { caseRecord } from '../../case-record/case-record.projection.js';
import { notFound } from '../../resolution-case/resolution-case.rules.js';
import { whereWeAreNow } from '../../where-we-are-now/where-we-are-now.projection.js';
import { ChronologyBody } from './chronology.body.js';
import { ReadChronology } from './chronology.query.js';
import { ChronologyQuery } from './chronology.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/chronology')
export class ChronologyController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'The steps of one resolution case in order: in full, as far as one may see it, or safe to be shared',
  })
  @Get()
  @Allow('resolution-case.read')
  @Shows(ChronologyBody, NotYetBody)
  async read(
    @Param() { id }: IdPath,
    @Query() { after, form = 'full', language }: ChronologyQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<ChronologyBody | NotYetBody>> {
    const { caller } = read;
    const view = form === 'full' ? caseRecord : whereWeAreNow;
    const progress = await caughtUpTo(after, (position) => this.views.reached(view, caller.org, position));
    const found = await this.queries.execute(new ReadChronology(id, form, caller, read, this.clock.now(), language));
    return shownIfFound(found, progress, notFound);
  }
}
