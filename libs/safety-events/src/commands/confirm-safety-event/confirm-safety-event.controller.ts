import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ConfirmSafetyEvent } from './confirm-safety-event.command.js';
import { ConfirmSafetyEventRequest } from './confirm-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/confirmation')
export class ConfirmSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({
    summary: 'Confirm a triaged safety event; it becomes serious by its harm or by the lists it stands on',
  })
  @Post()
  @Allow('safety-event.confirm')
  @Changes()
  confirm(
    @Param() { id }: IdPath,
    @Body() body: ConfirmSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ConfirmSafetyEvent(id, { ...body, lists: body.lists ?? [] }, toEnvelope(request)));
  }
}
