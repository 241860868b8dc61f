import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { OfferPath } from '../../resolution-case/offer.path.js';
import { RecordPayment } from './record-payment.command.js';
import { RecordPaymentRequest } from './record-payment.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/offers/:offer/payment')
export class RecordPaymentController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that what was accepted was paid' })
  @Post()
  @Allow('resolution-case.pay')
  @Changes()
  pay(
    @Param() { id, offer }: OfferPath,
    @Body() body: RecordPaymentRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new RecordPayment(id, { offer, ...told }, toEnvelope(request, extra)));
  }
}
