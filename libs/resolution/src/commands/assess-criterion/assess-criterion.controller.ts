import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AssessCriterion } from './assess-criterion.command.js';
import { AssessCriterionRequest } from './assess-criterion.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/criteria')
export class AssessCriterionController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Assess one of the three criteria: severity, causation, standard of care' })
  @Post()
  @Allow('resolution-case.determine')
  @Changes()
  assess(
    @Param() { id }: IdPath,
    @Body() body: AssessCriterionRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new AssessCriterion(id, body, toEnvelope(request)));
  }
}
