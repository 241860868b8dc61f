import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { VoidSafetyEvent } from './void-safety-event.command.js';
import { VoidSafetyEventRequest } from './void-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/voiding')
export class VoidSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Void a safety event that should not be there: an error, a test, spam. Nothing can follow' })
  @Post()
  @Allow('safety-event.void')
  @Changes()
  void(
    @Param() { id }: IdPath,
    @Body() body: VoidSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new VoidSafetyEvent(id, body, toEnvelope(request)));
  }
}
