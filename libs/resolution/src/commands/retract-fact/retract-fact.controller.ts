import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { EntryPath } from '../../resolution-case/entry.path.js';
import { RetractFact } from './retract-fact.command.js';
import { RetractFactRequest } from './retract-fact.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/facts/:entry/retraction')
export class RetractFactController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Keep a fact no longer' })
  @Post()
  @Allow('facts.record')
  @Changes()
  retract(
    @Param() { id, entry }: EntryPath,
    @Body() body: RetractFactRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new RetractFact(id, { ...body, entry }, toEnvelope(request)));
  }
}
