import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { DeclineProgram } from './decline-program.command.js';
import { DeclineProgramRequest } from './decline-program.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/declining')
export class DeclineProgramController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that the patient does not want to be told, the review, or the program' })
  @Post()
  @Allow('resolution-case.decide-people')
  @Changes()
  decline(
    @Param() { id }: IdPath,
    @Body() body: DeclineProgramRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new DeclineProgram(id, told, toEnvelope(request, extra)));
  }
}
