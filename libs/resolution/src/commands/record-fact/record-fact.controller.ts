import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { AddsPart, type CommandRequest, CurrentCommand, IdPath, type PartReceipt, toEnvelope } from '#kernel/http';
import { RecordFact } from './record-fact.command.js';
import { RecordFactRequest } from './record-fact.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/facts')
export class RecordFactController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Keep a fact that conversations and letters may draw on' })
  @Post()
  @Allow('facts.record')
  @AddsPart()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordFactRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<PartReceipt> {
    return this.commands.execute(new RecordFact(id, body, toEnvelope(request)));
  }
}
