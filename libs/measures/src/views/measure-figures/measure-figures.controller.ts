import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { CurrentRead, caughtUpTo, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { Figures } from '../../figures/figures.js';
import { MeasureFiguresBody } from './measure-figures.body.js';
import { ReadFigures } from './measure-figures.query.js';
import { MeasureFiguresQuery, MeasurePath } from './measure-figures.request.js';

@ApiTags('measures')
@Controller('v1/measures/:id')
export class MeasureFiguresController {
  constructor(
    private readonly queries: QueryBus,
    private readonly figures: Figures,
  ) {}

  @ApiOperation({ summary: 'A measure by month or quarter, now or as it was known then, and how it is counted' })
  @Get()
  @Allow('measures.read')
  @Shows(MeasureFiguresBody)
  async read(
    @Param() { id }: MeasurePath,
    @Query() { after, ...asked }: MeasureFiguresQuery,
    @CurrentRead() { caller }: ReadRequest,
  ): Promise<Shown<MeasureFiguresBody>> {
    const progress = await caughtUpTo(after, (position) => this.figures.reached(caller.org, position));
    return { body: await this.queries.execute(new ReadFigures({ measure: id, ...asked }, caller)), progress };
  }
}
