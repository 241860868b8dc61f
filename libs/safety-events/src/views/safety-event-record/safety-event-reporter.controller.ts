import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { refuse } from '#kernel/core';
import { Absent, CurrentRead, IdPath, IsId, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { ReadReporter } from './safety-event-reporter.query.js';

/** The person who reported, by id; absent where nobody is known. */
export class ReporterBody {
  @Absent()
  @IsId()
  reporter?: string;
}

@ApiTags('safety events')
@Controller('v1/safety-events/:id/reporter')
export class SafetyEventReporterController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ summary: 'Who reported a safety event, for those who need to know; every look is written down' })
  @Get()
  @Allow('safety-event.read-reporter')
  @Shows(ReporterBody)
  async read(@Param() { id }: IdPath, @CurrentRead() read: ReadRequest): Promise<Shown<ReporterBody>> {
    const body =
      (await this.queries.execute(new ReadReporter(id, read.caller, read))) ??
      refuse('safety-event/not-found', 'There is no such safety event.');
    return { body };
  }
}
