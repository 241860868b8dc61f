import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AssessHarm } from './assess-harm.command.js';
import { AssessHarmRequest } from './assess-harm.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/harm-assessments')
export class AssessHarmController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({
    summary: 'Rate the harm anew, beside all ratings before; worse than before, eligibility is looked at again',
  })
  @Post()
  @Allow('safety-event.assess-harm')
  @Changes()
  assess(
    @Param() { id }: IdPath,
    @Body() body: AssessHarmRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new AssessHarm(id, body, toEnvelope(request)));
  }
}
