import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReleaseBillingHold } from './release-billing-hold.command.js';
import { ReleaseBillingHoldRequest } from './release-billing-hold.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/billing-hold-release')
export class ReleaseBillingHoldController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Let a held bill go, once the care was determined and the patient was told' })
  @Post()
  @Allow('resolution-case.hold-bill')
  @Changes()
  release(
    @Param() { id }: IdPath,
    @Body() body: ReleaseBillingHoldRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new ReleaseBillingHold(id, told, toEnvelope(request, extra)));
  }
}
