import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { EndCaregiverSupport } from './end-support.command.js';
import { EndCaregiverSupportRequest } from './end-support.request.js';

@ApiTags('caregiver support')
@Controller('v1/caregiver-support/:id/ending')
export class EndCaregiverSupportController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that support has ended' })
  @Post()
  @Allow('caregiver-support.end')
  @Changes()
  end(
    @Param() { id }: IdPath,
    @Body() body: EndCaregiverSupportRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new EndCaregiverSupport(id, told, toEnvelope(request, extra)));
  }
}
