import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RecordSuit } from './record-suit.command.js';
import { RecordSuitRequest } from './record-suit.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/suit')
export class RecordSuitController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record a suit: talks go on between counsels only' })
  @Post()
  @Allow('resolution-case.record-claim')
  @Changes()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordSuitRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new RecordSuit(id, told, toEnvelope(request, extra)));
  }
}
