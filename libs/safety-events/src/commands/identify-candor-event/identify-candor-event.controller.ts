import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { IdentifyCandorEvent } from './identify-candor-event.command.js';
import { IdentifyCandorEventRequest } from './identify-candor-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/identification')
export class IdentifyCandorEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Identify a safety event as a CANDOR event: unexpected harm to a patient' })
  @Post()
  @Allow('safety-event.identify')
  @Changes()
  identify(
    @Param() { id }: IdPath,
    @Body() body: IdentifyCandorEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new IdentifyCandorEvent(id, told, toEnvelope(request, extra)));
  }
}
