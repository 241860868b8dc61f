import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { EntryPath } from '../../resolution-case/entry.path.js';
import { CorrectFact } from './correct-fact.command.js';
import { CorrectFactRequest } from './correct-fact.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/facts/:entry/correction')
export class CorrectFactController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Correct a kept fact: it has to be cleared anew' })
  @Post()
  @Allow('facts.record')
  @Changes()
  correct(
    @Param() { id, entry }: EntryPath,
    @Body() body: CorrectFactRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new CorrectFact(id, { ...body, entry }, toEnvelope(request)));
  }
}
