import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { TriageConcern } from './triage-concern.command.js';
import { TriageConcernRequest } from './triage-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/triage')
export class TriageConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Rate a concern and give it an owner' })
  @Post()
  @Allow('concern.triage')
  @Changes()
  triage(
    @Param() { id }: IdPath,
    @Body() body: TriageConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new TriageConcern(id, body, toEnvelope(request)));
  }
}
