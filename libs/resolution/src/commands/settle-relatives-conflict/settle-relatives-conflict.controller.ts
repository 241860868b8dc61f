import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { SettleRelativesConflict } from './settle-relatives-conflict.command.js';
import { SettleRelativesConflictRequest } from './settle-relatives-conflict.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/relatives-conflict-settlement')
export class SettleRelativesConflictController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that relatives no longer disagree, or that counsel has said who decides' })
  @Post()
  @Allow('resolution-case.decide-people')
  @Changes()
  settle(
    @Param() { id }: IdPath,
    @Body() body: SettleRelativesConflictRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new SettleRelativesConflict(id, body, toEnvelope(request)));
  }
}
