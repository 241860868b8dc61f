import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import {
  AddsPart,
  Changes,
  type CommandRequest,
  CurrentCommand,
  IdPath,
  type PartReceipt,
  toEnvelope,
} from '#kernel/http';
import { PersonPath } from '../../resolution-case/person.path.js';
import { RecordRepresentative } from './record-representative.command.js';
import { RecordRepresentativeRequest } from './record-representative.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/representatives')
export class RecordRepresentativeController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record somebody who decides for the patient, or is involved in their care' })
  @Post()
  @Allow('resolution-case.people')
  @AddsPart()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordRepresentativeRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<PartReceipt> {
    return this.commands.execute(new RecordRepresentative(id, body, toEnvelope(request)));
  }

  @ApiOperation({ summary: 'Record anew somebody recorded before, as far as is known now' })
  @Post(':person')
  @Allow('resolution-case.people')
  @Changes()
  recordAnew(
    @Param() { id, person }: PersonPath,
    @Body() body: RecordRepresentativeRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<PartReceipt> {
    return this.commands.execute(new RecordRepresentative(id, { ...body, person }, toEnvelope(request)));
  }
}
