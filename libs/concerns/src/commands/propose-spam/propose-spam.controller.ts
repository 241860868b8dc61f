import { Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ProposeSpam } from './propose-spam.command.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/spam-proposal')
export class ProposeSpamController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Take a concern for spam; another person confirms it' })
  @Post()
  @Allow('concern.judge-spam')
  @Changes()
  propose(@Param() { id }: IdPath, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    return this.commands.execute(new ProposeSpam(id, {}, toEnvelope(request)));
  }
}
