import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { SendDelayNotice } from './send-delay-notice.command.js';
import { SendDelayNoticeRequest, toNotice } from './send-delay-notice.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/delay-notice')
export class SendDelayNoticeController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Say in writing that the answer takes longer, and until when' })
  @Post()
  @Allow('concern.respond')
  @Changes()
  send(
    @Param() { id }: IdPath,
    @Body() body: SendDelayNoticeRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new SendDelayNotice(id, toNotice(told), toEnvelope(request, extra)));
  }
}
