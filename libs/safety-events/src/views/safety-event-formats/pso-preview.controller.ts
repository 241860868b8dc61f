import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { CurrentRead, IdPath, NotYetBody, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { MasterKey } from '#kernel/privacy';
import { Views } from '#kernel/readers';
import { providerSurrogate, SURROGATE_PURPOSE } from '../../cfer/provider-surrogate.js';
import { KEPT_APART, leaving, staying } from '../../cfer/pso-preview.js';
import { FORMAT } from '../../cfer/record.js';
import { PsoPreviewBody, PsoPreviewRequest } from './pso-preview.body.js';
import { shownFormats } from './shown-formats.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/pso-preview')
export class PsoPreviewController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
    private readonly master: MasterKey,
  ) {}

  @ApiOperation({ summary: 'What of a safety event would leave for a patient safety organization; nothing is sent' })
  @Get()
  @Allow('safety-event.preview-pso')
  @Shows(PsoPreviewBody, NotYetBody)
  preview(
    @Param() { id }: IdPath,
    @Query() { psoId, after }: PsoPreviewRequest,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<PsoPreviewBody | NotYetBody>> {
    const at = { id, ...(after !== undefined && { after }) };
    return shownFormats({ queries: this.queries, views: this.views }, at, read, ({ org, revision, facts }) => ({
      id,
      revision,
      psoId,
      format: FORMAT,
      provider: providerSurrogate(this.master.keyFor(SURROGATE_PURPOSE), { org, facilityId: facts.facilityId, psoId }),
      ...leaving(id, facts),
      stays: staying(),
      keptApart: KEPT_APART,
    }));
  }
}
