import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { StartFollowUp } from './start-follow-up.command.js';
import { StartFollowUpRequest } from './start-follow-up.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/follow-up')
export class StartFollowUpController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Begin to follow a concern up' })
  @Post()
  @Allow('concern.follow-up')
  @Changes()
  start(
    @Param() { id }: IdPath,
    @Body() body: StartFollowUpRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new StartFollowUp(id, body, toEnvelope(request)));
  }
}
