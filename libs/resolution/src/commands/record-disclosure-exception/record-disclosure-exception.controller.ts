import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RecordDisclosureException } from './record-disclosure-exception.command.js';
import { RecordDisclosureExceptionRequest } from './record-disclosure-exception.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/disclosure-exception')
export class RecordDisclosureExceptionController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record why there was no first conversation' })
  @Post()
  @Allow('resolution-case.disclose')
  @Changes()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordDisclosureExceptionRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new RecordDisclosureException(id, told, toEnvelope(request, extra)));
  }
}
