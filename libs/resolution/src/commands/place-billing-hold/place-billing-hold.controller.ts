import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { PlaceBillingHold } from './place-billing-hold.command.js';
import { PlaceBillingHoldRequest } from './place-billing-hold.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/billing-hold')
export class PlaceBillingHoldController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that the bill is held' })
  @Post()
  @Allow('resolution-case.hold-bill')
  @Changes()
  place(
    @Param() { id }: IdPath,
    @Body() body: PlaceBillingHoldRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new PlaceBillingHold(id, told, toEnvelope(request, extra)));
  }
}
