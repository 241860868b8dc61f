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
import { notFound } from '../../resolution-case/resolution-case.rules.js';
import { whereWeAreNow } from '../../where-we-are-now/where-we-are-now.projection.js';
import { PatientViewBody } from './patient-view.body.js';
import { PreviewPatientView } from './patient-view.query.js';
import { PatientViewQuery } from './patient-view.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/patient-view')
export class PatientViewController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'One resolution case as its patient sees it: only what they were told' })
  @Get()
  @Allow('resolution-case.preview')
  @Shows(PatientViewBody, NotYetBody)
  async preview(
    @Param() { id }: IdPath,
    @Query() { after, language }: PatientViewQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<PatientViewBody | NotYetBody>> {
    const { caller } = read;
    const progress = await caughtUpTo(after, (position) => this.views.reached(whereWeAreNow, caller.org, position));
    const found = await this.queries.execute(new PreviewPatientView(id, caller, read, this.clock.now(), language));
    return shownIfFound(found, progress, notFound);
  }
}
