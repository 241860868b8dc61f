import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { LinkSafetyEvents } from './link-safety-events.command.js';
import { LinkSafetyEventsRequest } from './link-safety-events.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/links')
export class LinkSafetyEventsController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Say how two safety events belong together, though each stays its own' })
  @Post()
  @Allow('safety-event.link')
  @Changes()
  link(
    @Param() { id }: IdPath,
    @Body() body: LinkSafetyEventsRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new LinkSafetyEvents(id, body, toEnvelope(request)));
  }
}
