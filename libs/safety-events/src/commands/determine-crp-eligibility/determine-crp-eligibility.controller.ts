import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { DetermineCrpEligibility } from './determine-crp-eligibility.command.js';
import { DetermineCrpEligibilityRequest } from './determine-crp-eligibility.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/eligibility')
export class DetermineCrpEligibilityController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({
    summary: 'Determine whether a safety event is eligible for communication and resolution, by the rule or otherwise',
  })
  @Post()
  @Allow('safety-event.determine-eligibility')
  @Changes()
  determine(
    @Param() { id }: IdPath,
    @Body() body: DetermineCrpEligibilityRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new DetermineCrpEligibility(id, body, toEnvelope(request)));
  }
}
