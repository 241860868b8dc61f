import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AttemptDisclosure } from './attempt-disclosure.command.js';
import { AttemptDisclosureRequest } from './attempt-disclosure.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/disclosure-attempts')
export class AttemptDisclosureController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record an attempt at the first conversation that led to none' })
  @Post()
  @Allow('resolution-case.disclose')
  @Changes()
  attempt(
    @Param() { id }: IdPath,
    @Body() body: AttemptDisclosureRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new AttemptDisclosure(id, told, toEnvelope(request, extra)));
  }
}
