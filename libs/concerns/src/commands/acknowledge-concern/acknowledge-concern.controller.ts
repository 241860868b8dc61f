import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AcknowledgeConcern } from './acknowledge-concern.command.js';
import { AcknowledgeConcernRequest } from './acknowledge-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/acknowledgement')
export class AcknowledgeConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Say to the submitter that it is in hand' })
  @Post()
  @Allow('concern.acknowledge')
  @Changes()
  acknowledge(
    @Param() { id }: IdPath,
    @Body() body: AcknowledgeConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new AcknowledgeConcern(id, told, toEnvelope(request, extra)));
  }
}
