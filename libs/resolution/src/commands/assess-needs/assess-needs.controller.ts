import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AssessNeeds } from './assess-needs.command.js';
import { AssessNeedsRequest } from './assess-needs.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/needs')
export class AssessNeedsController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record what patient and family need' })
  @Post()
  @Allow('resolution-case.support')
  @Changes()
  assess(
    @Param() { id }: IdPath,
    @Body() body: AssessNeedsRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new AssessNeeds(id, told, toEnvelope(request, extra)));
  }
}
