import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ExplainReasonableCare } from './explain-reasonable-care.command.js';
import { ExplainReasonableCareRequest } from './explain-reasonable-care.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/explanation')
export class ExplainReasonableCareController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that reasonable care was explained to the patient' })
  @Post()
  @Allow('resolution-case.disclose')
  @Changes()
  explain(
    @Param() { id }: IdPath,
    @Body() body: ExplainReasonableCareRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new ExplainReasonableCare(id, told, toEnvelope(request, extra)));
  }
}
