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
  RecordQuery,
  type Shown,
  Shows,
  shownIfFound,
} from '#kernel/http';
import { Views } from '#kernel/readers';
import { caseRecord } from '../../case-record/case-record.projection.js';
import { notFound } from '../../resolution-case/resolution-case.rules.js';
import { CaseBody } from './case.body.js';
import { ReadCase } from './case.query.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id')
export class CaseController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary:
      'One resolution case: where it stands, its clocks, people, promises, offers and timeline, as far as one may see it',
  })
  @Get()
  @Allow('resolution-case.read')
  @Shows(CaseBody, NotYetBody)
  async read(
    @Param() { id }: IdPath,
    @Query() { after }: RecordQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<CaseBody | NotYetBody>> {
    const progress = await caughtUpTo(after, (position) => this.views.reached(caseRecord, read.caller.org, position));
    const found = await this.queries.execute(new ReadCase(id, read.caller, read, this.clock.now()));
    return shownIfFound(found, progress, notFound, ({ revision }) => revision);
  }
}
