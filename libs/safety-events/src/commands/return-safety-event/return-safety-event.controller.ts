import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReturnSafetyEvent } from './return-safety-event.command.js';
import { ReturnSafetyEventRequest } from './return-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/return')
export class ReturnSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Take a redirected safety event back, as triaged' })
  @Post()
  @Allow('safety-event.redirect')
  @Changes()
  takeBack(
    @Param() { id }: IdPath,
    @Body() body: ReturnSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ReturnSafetyEvent(id, body, toEnvelope(request)));
  }
}
