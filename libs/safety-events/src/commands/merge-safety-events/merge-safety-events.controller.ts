import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { MergeSafetyEvents } from './merge-safety-events.command.js';
import { MergeSafetyEventsRequest } from './merge-safety-events.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/merge')
export class MergeSafetyEventsController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Merge a report into an earlier one that tells of the same; it goes on there' })
  @Post()
  @Allow('safety-event.merge')
  @Changes()
  merge(
    @Param() { id }: IdPath,
    @Body() body: MergeSafetyEventsRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new MergeSafetyEvents(id, body, toEnvelope(request)));
  }
}
