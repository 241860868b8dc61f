import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, LateEntry, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { DeclineCaregiverSupport } from './decline-support.command.js';

@ApiTags('caregiver support')
@Controller('v1/caregiver-support/:id/refusal')
export class DeclineCaregiverSupportController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that somebody did not want the support that they were offered' })
  @Post()
  @Allow('caregiver-support.answer')
  @Changes()
  decline(
    @Param() { id }: IdPath,
    @Body() body: LateEntry,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new DeclineCaregiverSupport(id, toEnvelope(request, toldLate(body).extra)));
  }
}
