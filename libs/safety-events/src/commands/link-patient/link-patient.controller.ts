import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { LinkPatient } from './link-patient.command.js';
import { LinkPatientRequest } from './link-patient.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/patients')
export class LinkPatientController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({
    summary: 'Link a patient to a safety event, with coded facts as they were then, or tell more of one who is linked',
  })
  @Post()
  @Allow('safety-event.link-patient')
  @Changes()
  link(
    @Param() { id }: IdPath,
    @Body() body: LinkPatientRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new LinkPatient(id, { ...body, facts: body.facts ?? {} }, toEnvelope(request)));
  }
}
