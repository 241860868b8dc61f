import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { NotifyLeadership } from './notify-leadership.command.js';
import { NotifyLeadershipRequest } from './notify-leadership.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/leadership-notices')
export class NotifyLeadershipController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that the C-suite or the board was told of a serious safety event' })
  @Post()
  @Allow('safety-event.notify-leadership')
  @Changes()
  notify(
    @Param() { id }: IdPath,
    @Body() body: NotifyLeadershipRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new NotifyLeadership(id, told, toEnvelope(request, extra)));
  }
}
