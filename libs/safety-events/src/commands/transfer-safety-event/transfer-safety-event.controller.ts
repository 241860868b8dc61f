import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toInstant } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { TransferSafetyEvent } from './transfer-safety-event.command.js';
import { TransferSafetyEventRequest } from './transfer-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/transfer')
export class TransferSafetyEventController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({
    summary:
      'Hand a confirmed safety event over to another organization, which has accepted it. Nothing can follow here',
  })
  @Post()
  @Allow('safety-event.transfer')
  @Changes()
  transfer(
    @Param() { id }: IdPath,
    @Body() body: TransferSafetyEventRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const acceptedAt = toInstant(body.acceptedAt);
    return this.commands.execute(new TransferSafetyEvent(id, { ...body, acceptedAt }, toEnvelope(request)));
  }
}
