import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RecordBillDuringHold } from './record-bill-during-hold.command.js';
import { RecordBillDuringHoldRequest, toBill } from './record-bill-during-hold.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/bills-sent')
export class RecordBillDuringHoldController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record a bill that went out although it was held' })
  @Post()
  @Allow('resolution-case.hold-bill')
  @Changes()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordBillDuringHoldRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new RecordBillDuringHold(id, toBill(told), toEnvelope(request, extra)));
  }
}
