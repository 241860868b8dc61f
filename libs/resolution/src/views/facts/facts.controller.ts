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
import { notFound } from '../../resolution-case/resolution-case.rules.js';
import { CaseFactsBody } from './facts.body.js';
import { facts } from './facts.projection.js';
import { ReadFacts } from './facts.query.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/facts')
export class FactsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'The kept facts of a case and which of them may be told, as far as one may see them' })
  @Get()
  @Allow('facts.read')
  @Shows(CaseFactsBody, NotYetBody)
  async read(
    @Param() { id }: IdPath,
    @Query() { after }: RecordQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<CaseFactsBody | NotYetBody>> {
    const progress = await caughtUpTo(after, (position) => this.views.reached(facts, read.caller.org, position));
    const found = await this.queries.execute(new ReadFacts(id, read.caller, read, this.clock.now()));
    return shownIfFound(found, progress, notFound, ({ revision }) => revision);
  }
}
