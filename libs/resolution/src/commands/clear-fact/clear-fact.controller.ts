import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { EntryPath } from '../../resolution-case/entry.path.js';
import { ClearFact } from './clear-fact.command.js';
import { ClearFactRequest } from './clear-fact.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/facts/:entry/clearance')
export class ClearFactController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Clear a kept fact for sharing, in these words' })
  @Post()
  @Allow('facts.clear')
  @Changes()
  clear(
    @Param() { id, entry }: EntryPath,
    @Body() body: ClearFactRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ClearFact(id, { ...body, entry }, toEnvelope(request)));
  }
}
