import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { DefineClock } from './define-clock.command.js';
import { DefineClockRequest } from './define-clock.request.js';

@ApiTags('clocks')
@Controller('v1/clock-definitions')
export class DefineClockController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Say how one kind of clock runs from now on; what runs already runs on as it did' })
  @Post()
  @Allow('clock-policy.define')
  @Changes()
  define(@Body() body: DefineClockRequest, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    return this.commands.execute(new DefineClock({ ...body }, toEnvelope(request)));
  }
}
