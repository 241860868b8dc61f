import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { CurrentRead, caughtUpTo, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { Figures } from '../../figures/figures.js';
import { MeasureCountsBody } from './measure-counts.body.js';
import { ReadCounts } from './measure-counts.query.js';
import { MeasureCountsQuery } from './measure-counts.request.js';

@ApiTags('measures')
@Controller('v1/measures/counts')
export class MeasureCountsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly figures: Figures,
  ) {}

  @ApiOperation({ summary: 'The supporting counts by month, quarter or year, now or as it was known then' })
  @Get()
  @Allow('measures.read')
  @Shows(MeasureCountsBody)
  async read(
    @Query() { after, ...asked }: MeasureCountsQuery,
    @CurrentRead() { caller }: ReadRequest,
  ): Promise<Shown<MeasureCountsBody>> {
    const progress = await caughtUpTo(after, (position) => this.figures.reached(caller.org, position));
    return { body: await this.queries.execute(new ReadCounts(asked, caller)), progress };
  }
}
