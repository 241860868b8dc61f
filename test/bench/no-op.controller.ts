import { Body, Controller, Post } from '@nestjs/common';
import { Allow } from '#kernel/access';
import { type CommandRequest, Creates, CurrentCommand } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReportSafetyEventRequest } from '../../libs/safety-events/src/commands/report-safety-event/report-safety-event.request.js';

/** Where the no-op route of the bench answers. */
export const NO_OP = '/v1/no-op';

/** The route of a report without what it is for: the same guard, body, key and answer, and no command. */
@Controller('v1/no-op')
export class NoOpController {
  @Post()
  @Allow('safety-event.report')
  @Creates(NO_OP)
  answer(@Body() _body: ReportSafetyEventRequest, @CurrentCommand() { commandId }: CommandRequest): Receipt {
    return { ledger: 1, stream: `safety-event-${commandId}`, revision: 1, position: 1 };
  }
}
