import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReachResolution } from './reach-resolution.command.js';
import { ReachResolutionRequest } from './reach-resolution.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/resolution')
export class ReachResolutionController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Resolve a case' })
  @Post()
  @Allow('resolution-case.close')
  @Changes()
  resolve(
    @Param() { id }: IdPath,
    @Body() body: ReachResolutionRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ReachResolution(id, body, toEnvelope(request)));
  }
}
