import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RedirectConcern } from './redirect-concern.command.js';
import { RedirectConcernRequest } from './redirect-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/redirection')
export class RedirectConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Give a concern to the office whose matter it is' })
  @Post()
  @Allow('concern.close')
  @Changes()
  redirect(
    @Param() { id }: IdPath,
    @Body() body: RedirectConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new RedirectConcern(id, body, toEnvelope(request)));
  }
}
