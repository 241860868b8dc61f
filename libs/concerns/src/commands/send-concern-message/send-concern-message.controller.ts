import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { SendConcernMessage } from './send-concern-message.command.js';
import { SendConcernMessageRequest } from './send-concern-message.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/messages')
export class SendConcernMessageController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Write to the submitter, or record what was said to them' })
  @Post()
  @Allow('concern.follow-up')
  @Changes()
  send(
    @Param() { id }: IdPath,
    @Body() body: SendConcernMessageRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new SendConcernMessage(id, body, toEnvelope(request)));
  }
}
