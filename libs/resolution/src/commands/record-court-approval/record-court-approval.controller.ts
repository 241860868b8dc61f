import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { OfferPath } from '../../resolution-case/offer.path.js';
import { ReferenceRequest } from '../../resolution-case/reference.request.js';
import { RecordCourtApproval } from './record-court-approval.command.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/offers/:offer/court-approval')
export class RecordCourtApprovalController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that a court approved what was settled in a minor’s name' })
  @Post()
  @Allow('resolution-case.offer')
  @Changes()
  approve(
    @Param() { id, offer }: OfferPath,
    @Body() body: ReferenceRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new RecordCourtApproval(id, { offer, ...told }, toEnvelope(request, extra)));
  }
}
