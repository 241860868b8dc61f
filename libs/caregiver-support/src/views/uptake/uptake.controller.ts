import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { CurrentRead, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { UptakeBody, UptakeQuery } from './uptake.body.js';
import { ReadUptake } from './uptake.query.js';

@ApiTags('caregiver support')
@Controller('v1/caregiver-support/uptake')
export class UptakeController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ summary: 'How support was taken in a quarter that is over: in all, and no number of fewer than 11' })
  @Get()
  @Allow('caregiver-support.uptake')
  @Shows(UptakeBody)
  async read(@Query() { quarter }: UptakeQuery, @CurrentRead() { caller }: ReadRequest): Promise<Shown<UptakeBody>> {
    const told = await this.queries.execute(new ReadUptake(caller.org, quarter));
    return { body: { quarter, ...told } };
  }
}
