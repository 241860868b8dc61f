import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { IdentifyInvolvedStaff } from './identify-involved-staff.command.js';
import { IdentifyInvolvedStaffRequest } from './identify-involved-staff.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/involved-staff')
export class IdentifyInvolvedStaffController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that somebody who works here was involved: an offer of support is owed to them' })
  @Post()
  @Allow('safety-event.identify-staff')
  @Changes()
  identify(
    @Param() { id }: IdPath,
    @Body() body: IdentifyInvolvedStaffRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new IdentifyInvolvedStaff(id, told, toEnvelope(request, extra)));
  }
}
