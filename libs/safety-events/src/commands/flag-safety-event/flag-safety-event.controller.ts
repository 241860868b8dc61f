import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { FlagSafetyEvent } from './flag-safety-event.command.js';
import { FlagSafetyEventRequest } from './flag-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/flags')
export class FlagSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Raise a flag on a safety event, or lower it' })
  @Post()
  @Allow('safety-event.flag')
  @Changes()
  setFlag(
    @Param() { id }: IdPath,
    @Body() body: FlagSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new FlagSafetyEvent(id, body, toEnvelope(request)));
  }
}
