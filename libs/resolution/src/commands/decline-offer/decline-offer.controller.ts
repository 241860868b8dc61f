import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { OfferPath } from '../../resolution-case/offer.path.js';
import { DeclineOffer } from './decline-offer.command.js';
import { DeclineOfferRequest } from './decline-offer.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/offers/:offer/refusal')
export class DeclineOfferController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that the offer was not taken' })
  @Post()
  @Allow('resolution-case.offer')
  @Changes()
  decline(
    @Param() { id, offer }: OfferPath,
    @Body() body: DeclineOfferRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new DeclineOffer(id, { offer, ...told }, toEnvelope(request, extra)));
  }
}
