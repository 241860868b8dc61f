import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, LateEntry, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AcceptCaregiverSupport } from './accept-support.command.js';

@ApiTags('caregiver support')
@Controller('v1/caregiver-support/:id/acceptance')
export class AcceptCaregiverSupportController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that somebody took up the support that they were offered' })
  @Post()
  @Allow('caregiver-support.answer')
  @Changes()
  accept(
    @Param() { id }: IdPath,
    @Body() body: LateEntry,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new AcceptCaregiverSupport(id, toEnvelope(request, toldLate(body).extra)));
  }
}
