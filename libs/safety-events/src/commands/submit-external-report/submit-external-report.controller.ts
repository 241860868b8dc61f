import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { SubmitExternalReport } from './submit-external-report.command.js';
import { SubmitExternalReportRequest } from './submit-external-report.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/external-reports')
export class SubmitExternalReportController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that an authority outside was told' })
  @Post()
  @Allow('safety-event.report-outside')
  @Changes()
  submit(
    @Param() { id }: IdPath,
    @Body() body: SubmitExternalReportRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new SubmitExternalReport(id, told, toEnvelope(request, extra)));
  }
}
