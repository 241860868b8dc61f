import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ChangeLiaison } from './change-liaison.command.js';
import { ChangeLiaisonRequest } from './change-liaison.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/liaison-change')
export class ChangeLiaisonController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Make another person the one whom patient and family can reach' })
  @Post()
  @Allow('resolution-case.assign')
  @Changes()
  change(
    @Param() { id }: IdPath,
    @Body() body: ChangeLiaisonRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeLiaison(id, body, toEnvelope(request)));
  }
}
