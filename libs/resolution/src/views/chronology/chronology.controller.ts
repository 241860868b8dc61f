import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { refuse } from '#kernel/core';
import { CurrentRead, caughtUpTo, IdPath, NotYetBody, notYet, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { Views } from '#kernel/readers';
import { resolutionCase } from '../../record/case.projection.js';
import { ChronologyBody } from './chronology.body.js';
import { ReadChronology } from './chronology.query.js';
import { ChronologyQuery } from './chronology.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/chronology')
export class ChronologyController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({ summary: 'The story of a resolution case: as far as one may see it, or as far as the patient may' })
  @Get()
  @Allow('resolution-case.read')
  @Shows(ChronologyBody, NotYetBody)
  async read(
    @Param() { id }: IdPath,
    @Query() { after, form = 'full' }: ChronologyQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<ChronologyBody | NotYetBody>> {
    const { caller } = read;
    const progress = await caughtUpTo(after, (position) => this.views.reached(resolutionCase, caller.org, position));
    const found = await this.queries.execute(new ReadChronology(id, form, caller, read));
    if (found === 'withheld') return notYet;
    if (!found)
      return progress === 'behind' ? notYet : refuse('resolution-case/not-found', 'There is no such resolution case.');
    return { body: { steps: found.steps }, revision: found.revision, progress };
  }
}
