import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RecordPsoSubmission } from './record-pso-submission.command.js';
import { RecordPsoSubmissionRequest } from './record-pso-submission.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/pso-submissions')
export class RecordPsoSubmissionController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record what was given to a patient safety organization' })
  @Post()
  @Allow('safety-event.report-outside')
  @Changes()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordPsoSubmissionRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new RecordPsoSubmission(id, told, toEnvelope(request, extra)));
  }
}
