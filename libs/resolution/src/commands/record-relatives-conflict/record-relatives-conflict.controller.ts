import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RecordRelativesConflict } from './record-relatives-conflict.command.js';
import { RecordRelativesConflictRequest } from './record-relatives-conflict.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/relatives-conflict')
export class RecordRelativesConflictController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that relatives disagree: nobody of them decides until counsel has said who' })
  @Post()
  @Allow('resolution-case.decide-people')
  @Changes()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordRelativesConflictRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new RecordRelativesConflict(id, body, toEnvelope(request)));
  }
}
