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
  notYet,
  type ReadRequest,
  RecordQuery,
  type Shown,
  Shows,
} from '#kernel/http';
import { Views } from '#kernel/readers';
import { resolutionCase } from '../../record/case.projection.js';
import { CaseBody } from './case.body.js';
import { ReadCase } from './case.query.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id')
export class CaseController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({ summary: 'One resolution case with its timeline, as far as one may see it' })
  @Get()
  @Allow('resolution-case.read')
  @Shows(CaseBody, NotYetBody)
  async read(
    @Param() { id }: IdPath,
    @Query() { after }: RecordQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<CaseBody | NotYetBody>> {
    const progress = await caughtUpTo(after, (position) =>
      this.views.reached(resolutionCase, read.caller.org, position),
    );
    const found = await this.queries.execute(new ReadCase(id, read.caller, read));
    if (found === 'withheld') return notYet;
    if (!found)
      return progress === 'behind' ? notYet : refuse('resolution-case/not-found', 'There is no such resolution case.');
    return { body: found, revision: found.revision, progress };
  }
}
