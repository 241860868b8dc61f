import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AskTransfer } from './ask-transfer.command.js';
import { AskTransferRequest } from './ask-transfer.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/transfer-request')
export class AskTransferController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Ask another organization to take the case over' })
  @Post()
  @Allow('resolution-case.transfer')
  @Changes()
  ask(
    @Param() { id }: IdPath,
    @Body() body: AskTransferRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new AskTransfer(id, told, toEnvelope(request, extra)));
  }
}
