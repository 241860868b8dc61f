import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RecordCapacity } from './record-capacity.command.js';
import { RecordCapacityRequest, toCapacity } from './record-capacity.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/capacity')
export class RecordCapacityController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record whether the patient can decide for themselves' })
  @Post()
  @Allow('resolution-case.people')
  @Changes()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordCapacityRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new RecordCapacity(id, toCapacity(body), toEnvelope(request)));
  }
}
