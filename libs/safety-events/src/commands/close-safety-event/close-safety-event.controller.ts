import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { CloseSafetyEvent } from './close-safety-event.command.js';
import { CloseSafetyEventRequest } from './close-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/closure')
export class CloseSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Close a confirmed safety event' })
  @Post()
  @Allow('safety-event.close')
  @Changes()
  close(
    @Param() { id }: IdPath,
    @Body() body: CloseSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new CloseSafetyEvent(id, body, toEnvelope(request)));
  }
}
