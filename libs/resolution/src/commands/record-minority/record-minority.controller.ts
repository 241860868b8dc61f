import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RecordMinority } from './record-minority.command.js';
import { RecordMinorityRequest, toMinority } from './record-minority.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/minority')
export class RecordMinorityController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that the patient is a minor, and until when' })
  @Post()
  @Allow('resolution-case.people')
  @Changes()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordMinorityRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new RecordMinority(id, toMinority(body), toEnvelope(request)));
  }
}
