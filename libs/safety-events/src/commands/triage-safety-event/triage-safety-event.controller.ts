import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { TriageSafetyEvent } from './triage-safety-event.command.js';
import { TriageSafetyEventRequest } from './triage-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/triage')
export class TriageSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Triage a reported safety event: type, harm, Safety Assessment Codes, route' })
  @Post()
  @Allow('safety-event.triage')
  @Changes()
  triage(
    @Param() { id }: IdPath,
    @Body() body: TriageSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new TriageSafetyEvent(id, body, toEnvelope(request)));
  }
}
