import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { actorId } from '#kernel/core';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ActivateResponseTeam } from './activate-response-team.command.js';
import { ActivateResponseTeamRequest } from './activate-response-team.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/activation')
export class ActivateResponseTeamController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Activate the response team of a case that was asked for' })
  @Post()
  @Allow('resolution-case.activate')
  @Changes()
  activate(
    @Param() { id }: IdPath,
    @Body() body: ActivateResponseTeamRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(
      new ActivateResponseTeam(
        id,
        { ...told, owner: told.owner ?? actorId(request.caller.actor) },
        toEnvelope(request, extra),
      ),
    );
  }
}
