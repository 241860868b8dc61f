import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { toKnownTime } from '../../safety-event/known-time.request.js';
import { RecordPatientDeath } from './record-patient-death.command.js';
import { RecordPatientDeathRequest } from './record-patient-death.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/deaths')
export class RecordPatientDeathController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that a patient of a safety event has died, then or since' })
  @Post()
  @Allow('safety-event.link-patient')
  @Changes()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordPatientDeathRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const diedAt = toKnownTime(body.diedAt);
    return this.commands.execute(new RecordPatientDeath(id, { ...body, diedAt }, toEnvelope(request)));
  }
}
