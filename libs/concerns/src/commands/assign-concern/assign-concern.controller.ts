import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AssignConcern } from './assign-concern.command.js';
import { AssignConcernRequest } from './assign-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/assignment')
export class AssignConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Give a concern another owner' })
  @Post()
  @Allow('concern.assign')
  @Changes()
  assign(
    @Param() { id }: IdPath,
    @Body() body: AssignConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new AssignConcern(id, body, toEnvelope(request)));
  }
}
