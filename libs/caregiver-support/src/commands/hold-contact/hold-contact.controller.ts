import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, LateEntry, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { HoldSupportContact } from './hold-contact.command.js';

@ApiTags('caregiver support')
@Controller('v1/caregiver-support/:id/contacts')
export class HoldSupportContactController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that they met: when, and nothing of it' })
  @Post()
  @Allow('caregiver-support.hold-contact')
  @Changes()
  hold(@Param() { id }: IdPath, @Body() body: LateEntry, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    return this.commands.execute(new HoldSupportContact(id, toEnvelope(request, toldLate(body).extra)));
  }
}
