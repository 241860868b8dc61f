import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { PersonPath } from '../../resolution-case/person.path.js';
import { EndRepresentative } from './end-representative.command.js';
import { EndRepresentativeRequest } from './end-representative.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/representatives/:person/end')
export class EndRepresentativeController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that somebody no longer stands for the patient' })
  @Post()
  @Allow('resolution-case.people')
  @Changes()
  end(
    @Param() { id, person }: PersonPath,
    @Body() { reason }: EndRepresentativeRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new EndRepresentative(id, { person, reason }, toEnvelope(request)));
  }
}
