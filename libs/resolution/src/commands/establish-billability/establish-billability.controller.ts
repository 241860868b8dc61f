import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { EstablishBillability } from './establish-billability.command.js';
import { EstablishBillabilityRequest } from './establish-billability.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/billability')
export class EstablishBillabilityController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Say whether there was a charge that can be held' })
  @Post()
  @Allow('resolution-case.hold-bill')
  @Changes()
  establish(
    @Param() { id }: IdPath,
    @Body() body: EstablishBillabilityRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new EstablishBillability(id, body, toEnvelope(request)));
  }
}
