import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { CorrectSafetyEvent } from './correct-safety-event.command.js';
import { CorrectSafetyEventRequest, toCorrection } from './correct-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/corrections')
export class CorrectSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Correct what was told wrong at first, and say why; the first telling stays' })
  @Post()
  @Allow('safety-event.correct')
  @Changes()
  correct(
    @Param() { id }: IdPath,
    @Body() body: CorrectSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new CorrectSafetyEvent(id, toCorrection(body), toEnvelope(request)));
  }
}
