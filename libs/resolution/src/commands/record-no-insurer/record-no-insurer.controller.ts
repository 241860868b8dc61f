import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RecordNoInsurer } from './record-no-insurer.command.js';
import { RecordNoInsurerRequest } from './record-no-insurer.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/insurer-not-needed')
export class RecordNoInsurerController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that there is no insurer to refer to' })
  @Post()
  @Allow('resolution-case.refer-insurer')
  @Changes()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordNoInsurerRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new RecordNoInsurer(id, body, toEnvelope(request)));
  }
}
