import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { writerOf } from '../../safety-event/writer-of.js';
import { ExchangeReporterMessage } from './exchange-reporter-message.command.js';
import { ExchangeReporterMessageRequest } from './exchange-reporter-message.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/messages')
export class ExchangeReporterMessageController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Ask whoever reported something; or, as the reporter, answer' })
  @Post()
  @Allow('safety-event.message')
  @Changes()
  exchange(
    @Param() { id }: IdPath,
    @Body() body: ExchangeReporterMessageRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const data = { ...body, writer: writerOf(request.caller) };
    return this.commands.execute(new ExchangeReporterMessage(id, data, toEnvelope(request)));
  }
}
