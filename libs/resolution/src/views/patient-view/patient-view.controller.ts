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
import { PatientViewBody } from './patient-view.body.js';
import { PreviewPatientView } from './patient-view.query.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/patient-view')
export class PatientViewController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({ summary: 'Where a resolution case is now as the patient may read it, for staff to look at first' })
  @Get()
  @Allow('resolution-case.preview')
  @Shows(PatientViewBody, NotYetBody)
  async read(
    @Param() { id }: IdPath,
    @Query() { after }: RecordQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<PatientViewBody | NotYetBody>> {
    const { caller } = read;
    const progress = await caughtUpTo(after, (position) => this.views.reached(resolutionCase, caller.org, position));
    const found = await this.queries.execute(new PreviewPatientView(id, caller, read));
    if (found === 'withheld') return notYet;
    if (!found)
      return progress === 'behind' ? notYet : refuse('resolution-case/not-found', 'There is no such resolution case.');
    return { body: found.view, revision: found.revision, progress };
  }
}
