import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AssignSafetyEvent } from './assign-safety-event.command.js';
import { AssignSafetyEventRequest } from './assign-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/assignment')
export class AssignSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Say who takes care of a safety event from here' })
  @Post()
  @Allow('safety-event.assign')
  @Changes()
  assign(
    @Param() { id }: IdPath,
    @Body() body: AssignSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new AssignSafetyEvent(id, body, toEnvelope(request)));
  }
}
