import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { OpenDetermination } from './open-determination.command.js';
import { OpenDeterminationRequest } from './open-determination.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/determination')
export class OpenDeterminationController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Open the determination: enough is known to judge the care' })
  @Post()
  @Allow('resolution-case.determine')
  @Changes()
  open(
    @Param() { id }: IdPath,
    @Body() body: OpenDeterminationRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new OpenDetermination(id, body, toEnvelope(request)));
  }
}
