import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReopenCase } from './reopen-case.command.js';
import { ReopenCaseRequest } from './reopen-case.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/reopening')
export class ReopenCaseController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Take up again what was closed, or what the patient declined and asks for now' })
  @Post()
  @Allow('resolution-case.reopen')
  @Changes()
  reopen(
    @Param() { id }: IdPath,
    @Body() body: ReopenCaseRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new ReopenCase(id, told, toEnvelope(request, extra)));
  }
}
