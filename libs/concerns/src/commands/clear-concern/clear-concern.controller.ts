import { Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ClearConcern } from './clear-concern.command.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/clearance')
export class ClearConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Say that a concern is a real one' })
  @Post()
  @Allow('concern.judge-spam')
  @Changes()
  clear(@Param() { id }: IdPath, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    return this.commands.execute(new ClearConcern(id, {}, toEnvelope(request)));
  }
}
