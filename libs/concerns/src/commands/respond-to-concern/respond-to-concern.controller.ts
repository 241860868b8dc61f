import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RespondToConcern } from './respond-to-concern.command.js';
import { RespondToConcernRequest, toAnswer } from './respond-to-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/response')
export class RespondToConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Answer a concern; a grievance in writing, with person, steps, results and date' })
  @Post()
  @Allow('concern.respond')
  @Changes()
  respond(
    @Param() { id }: IdPath,
    @Body() body: RespondToConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new RespondToConcern(id, toAnswer(told), toEnvelope(request, extra)));
  }
}
