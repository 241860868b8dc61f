import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { OfferPath } from '../../resolution-case/offer.path.js';
import { AcceptOffer } from './accept-offer.command.js';
import { AcceptOfferRequest } from './accept-offer.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/offers/:offer/acceptance')
export class AcceptOfferController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that the offer was signed, by the patient or who may settle in their name' })
  @Post()
  @Allow('resolution-case.offer')
  @Changes()
  accept(
    @Param() { id, offer }: OfferPath,
    @Body() body: AcceptOfferRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new AcceptOffer(id, { offer, ...told }, toEnvelope(request, extra)));
  }
}
