import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { CurrentRead, caughtUpTo, type ReadRequest, RecordQuery, type Shown, Shows } from '#kernel/http';
import { Views } from '#kernel/readers';
import { CaseCountsBody } from './case-counts.body.js';
import { CountCases } from './case-counts.query.js';
import { workList } from './work-list.projection.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/counts')
export class CaseCountsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({
    summary: 'How many of the resolution cases that one may see are open, new, late, due today, one’s own',
  })
  @Get()
  @Allow('resolution-case.list')
  @Shows(CaseCountsBody)
  async count(@Query() { after }: RecordQuery, @CurrentRead() read: ReadRequest): Promise<Shown<CaseCountsBody>> {
    const { caller } = read;
    const progress = await caughtUpTo(after, (position) => this.views.reached(workList, caller.org, position));
    return { body: await this.queries.execute(new CountCases(caller, read)), progress };
  }
}
