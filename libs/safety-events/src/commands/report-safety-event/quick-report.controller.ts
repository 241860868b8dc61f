import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Clock, Ids } from '#kernel/core';
import { type CommandRequest, Creates, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { QuickReportRequest, toFullReport } from './quick-report.request.js';
import { ReportSafetyEvent } from './report-safety-event.command.js';

@ApiTags('safety events')
@Controller('v1/safety-events/quick')
export class QuickReportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'Report a near miss or a hazard in four fields' })
  @Post()
  @Allow('safety-event.report')
  @Creates('/v1/safety-events')
  report(@Body() body: QuickReportRequest, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    const report = toFullReport(body, request.caller.actor.id, this.clock.now());
    return this.commands.execute(new ReportSafetyEvent(this.ids.next(), report, toEnvelope(request)));
  }
}
