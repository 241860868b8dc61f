import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { HandOverCase } from './hand-over-case.command.js';
import { HandOverCaseRequest } from './hand-over-case.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/hand-over')
export class HandOverCaseController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Hand a case over to another owner' })
  @Post()
  @Allow('resolution-case.assign')
  @Changes()
  handOver(
    @Param() { id }: IdPath,
    @Body() body: HandOverCaseRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new HandOverCase(id, body, toEnvelope(request)));
  }
}
