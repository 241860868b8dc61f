import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RedirectSafetyEvent } from './redirect-safety-event.command.js';
import { RedirectSafetyEventRequest } from './redirect-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/redirection')
export class RedirectSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Give a triaged safety event to another office, to somebody there who is named' })
  @Post()
  @Allow('safety-event.redirect')
  @Changes()
  redirect(
    @Param() { id }: IdPath,
    @Body() body: RedirectSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new RedirectSafetyEvent(id, body, toEnvelope(request)));
  }
}
