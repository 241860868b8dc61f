import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { WaiveBill } from './waive-bill.command.js';
import { WaiveBillRequest } from './waive-bill.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/billing-waiver')
export class WaiveBillController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Ask no more for what was charged' })
  @Post()
  @Allow('resolution-case.hold-bill')
  @Changes()
  waive(
    @Param() { id }: IdPath,
    @Body() body: WaiveBillRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new WaiveBill(id, told, toEnvelope(request, extra)));
  }
}
