import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { SequesterEvidence } from './sequester-evidence.command.js';
import { SequesterEvidenceRequest } from './sequester-evidence.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/evidence')
export class SequesterEvidenceController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record what was put in a secure place, untouched' })
  @Post()
  @Allow('safety-event.sequester')
  @Changes()
  sequester(
    @Param() { id }: IdPath,
    @Body() body: SequesterEvidenceRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new SequesterEvidence(id, told, toEnvelope(request, extra)));
  }
}
