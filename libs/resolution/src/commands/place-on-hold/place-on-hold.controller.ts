import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { PlaceOnHold } from './place-on-hold.command.js';
import { PlaceOnHoldRequest, toHold } from './place-on-hold.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/hold')
export class PlaceOnHoldController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Let a case wait, by the patient’s wish or since it cannot go on' })
  @Post()
  @Allow('resolution-case.hold')
  @Changes()
  hold(
    @Param() { id }: IdPath,
    @Body() body: PlaceOnHoldRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new PlaceOnHold(id, toHold(told), toEnvelope(request, extra)));
  }
}
