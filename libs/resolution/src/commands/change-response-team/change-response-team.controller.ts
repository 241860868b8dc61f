import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ChangeResponseTeam } from './change-response-team.command.js';
import { ChangeResponseTeamRequest } from './change-response-team.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/response-team')
export class ChangeResponseTeamController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Change who is on the response team' })
  @Post()
  @Allow('resolution-case.decide-people')
  @Changes()
  change(
    @Param() { id }: IdPath,
    @Body() body: ChangeResponseTeamRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeResponseTeam(id, body, toEnvelope(request)));
  }
}
