import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { WithdrawConcern } from './withdraw-concern.command.js';
import { WithdrawConcernRequest } from './withdraw-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/withdrawal')
export class WithdrawConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that the submitter withdrew their concern: contact stops' })
  @Post()
  @Allow('concern.close')
  @Changes()
  withdraw(
    @Param() { id }: IdPath,
    @Body() body: WithdrawConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new WithdrawConcern(id, body, toEnvelope(request)));
  }
}
