import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReopenSafetyEvent } from './reopen-safety-event.command.js';
import { ReopenSafetyEventRequest } from './reopen-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/reopening')
export class ReopenSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Go on with a closed safety event, for new information' })
  @Post()
  @Allow('safety-event.reopen')
  @Changes()
  reopen(
    @Param() { id }: IdPath,
    @Body() body: ReopenSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ReopenSafetyEvent(id, body, toEnvelope(request)));
  }
}
