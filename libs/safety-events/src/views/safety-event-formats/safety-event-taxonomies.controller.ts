import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { CurrentRead, IdPath, NotYetBody, type ReadRequest, RecordQuery, type Shown, Shows } from '#kernel/http';
import { Views } from '#kernel/readers';
import { SafetyEventTaxonomiesBody, taxonomiesBody } from './safety-event-taxonomies.body.js';
import { shownFormats } from './shown-formats.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/taxonomies')
export class SafetyEventTaxonomiesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({
    summary: "Where a safety event stands on others' lists: what the map proposes, and what people chose",
  })
  @Get()
  @Allow('safety-event.read-taxonomies')
  @Shows(SafetyEventTaxonomiesBody, NotYetBody)
  read(
    @Param() { id }: IdPath,
    @Query() { after }: RecordQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<SafetyEventTaxonomiesBody | NotYetBody>> {
    return shownFormats(
      { queries: this.queries, views: this.views },
      { id, ...(after !== undefined && { after }) },
      read,
      taxonomiesBody,
    );
  }
}
