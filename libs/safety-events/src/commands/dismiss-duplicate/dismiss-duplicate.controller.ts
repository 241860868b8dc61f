import { Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { DismissDuplicate } from './dismiss-duplicate.command.js';
import { DuplicatePath } from './dismiss-duplicate.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/duplicates/:otherId/dismissal')
export class DismissDuplicateController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Say that a proposed duplicate is none' })
  @Post()
  @Allow('safety-event.merge')
  @Changes()
  dismiss(@Param() { id, otherId }: DuplicatePath, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    return this.commands.execute(new DismissDuplicate(id, { otherEventId: otherId }, toEnvelope(request)));
  }
}
