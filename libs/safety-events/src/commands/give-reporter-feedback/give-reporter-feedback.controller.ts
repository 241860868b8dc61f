import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { GiveReporterFeedback } from './give-reporter-feedback.command.js';
import { GiveReporterFeedbackRequest } from './give-reporter-feedback.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/feedback')
export class GiveReporterFeedbackController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that whoever reported was told what came of it' })
  @Post()
  @Allow('safety-event.give-feedback')
  @Changes()
  give(
    @Param() { id }: IdPath,
    @Body() body: GiveReporterFeedbackRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new GiveReporterFeedback(id, told, toEnvelope(request, extra)));
  }
}
