import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AssignLiaison } from './assign-liaison.command.js';
import { AssignLiaisonRequest } from './assign-liaison.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/liaison')
export class AssignLiaisonController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Name the one person whom patient and family can reach' })
  @Post()
  @Allow('resolution-case.assign')
  @Changes()
  assign(
    @Param() { id }: IdPath,
    @Body() body: AssignLiaisonRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new AssignLiaison(id, body, toEnvelope(request)));
  }
}
