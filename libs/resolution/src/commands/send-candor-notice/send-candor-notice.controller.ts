import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { SendCandorNotice } from './send-candor-notice.command.js';
import { SendCandorNoticeRequest } from './send-candor-notice.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/candor-notice')
export class SendCandorNoticeController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record the notice that opens a protected discussion under a candor statute' })
  @Post()
  @Allow('resolution-case.notify')
  @Changes()
  send(
    @Param() { id }: IdPath,
    @Body() body: SendCandorNoticeRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new SendCandorNotice(id, told, toEnvelope(request, extra)));
  }
}
