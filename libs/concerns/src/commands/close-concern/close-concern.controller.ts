import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { CloseConcern } from './close-concern.command.js';
import { CloseConcernRequest } from './close-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/closing')
export class CloseConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Close a concern: answered, or with nobody who waits for an answer' })
  @Post()
  @Allow('concern.close')
  @Changes()
  close(
    @Param() { id }: IdPath,
    @Body() body: CloseConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new CloseConcern(id, body, toEnvelope(request)));
  }
}
