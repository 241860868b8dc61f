import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { EntryPath } from '../../resolution-case/entry.path.js';
import { WithdrawClearance } from './withdraw-clearance.command.js';
import { WithdrawClearanceRequest } from './withdraw-clearance.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/facts/:entry/clearance-withdrawal')
export class WithdrawClearanceController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Clear a fact no longer' })
  @Post()
  @Allow('facts.clear')
  @Changes()
  withdraw(
    @Param() { id, entry }: EntryPath,
    @Body() body: WithdrawClearanceRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new WithdrawClearance(id, { ...body, entry }, toEnvelope(request)));
  }
}
