import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { UnmergeSafetyEvent } from './unmerge-safety-event.command.js';
import { UnmergeSafetyEventRequest } from './unmerge-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/unmerge')
export class UnmergeSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Undo a merge within 90 days: the report is what it was before' })
  @Post()
  @Allow('safety-event.merge')
  @Changes()
  unmerge(
    @Param() { id }: IdPath,
    @Body() body: UnmergeSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new UnmergeSafetyEvent(id, body, toEnvelope(request)));
  }
}
