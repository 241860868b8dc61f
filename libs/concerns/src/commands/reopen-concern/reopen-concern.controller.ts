import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReopenConcern } from './reopen-concern.command.js';
import { ReopenConcernRequest } from './reopen-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/reopening')
export class ReopenConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Go on with a concern that had ended' })
  @Post()
  @Allow('concern.close')
  @Changes()
  reopen(
    @Param() { id }: IdPath,
    @Body() body: ReopenConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ReopenConcern(id, body, toEnvelope(request)));
  }
}
