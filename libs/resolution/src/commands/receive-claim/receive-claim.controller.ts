import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReceiveClaim } from './receive-claim.command.js';
import { ReceiveClaimRequest } from './receive-claim.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/claim')
export class ReceiveClaimController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record a demand for money; it takes the case outside where the patient ends the talks' })
  @Post()
  @Allow('resolution-case.record-claim')
  @Changes()
  receive(
    @Param() { id }: IdPath,
    @Body() body: ReceiveClaimRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new ReceiveClaim(id, told, toEnvelope(request, extra)));
  }
}
