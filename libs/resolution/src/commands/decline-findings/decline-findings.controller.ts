import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { DeclineFindings } from './decline-findings.command.js';
import { DeclineFindingsRequest } from './decline-findings.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/findings-refusal')
export class DeclineFindingsController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that they would rather not hear the findings' })
  @Post()
  @Allow('resolution-case.disclose')
  @Changes()
  decline(
    @Param() { id }: IdPath,
    @Body() body: DeclineFindingsRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new DeclineFindings(id, told, toEnvelope(request, extra)));
  }
}
