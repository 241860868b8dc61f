import { Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ConfirmSpam } from './confirm-spam.command.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/spam-confirmation')
export class ConfirmSpamController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Confirm that a concern is spam' })
  @Post()
  @Allow('concern.judge-spam')
  @Changes()
  confirm(@Param() { id }: IdPath, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    return this.commands.execute(new ConfirmSpam(id, {}, toEnvelope(request)));
  }
}
