import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { OfferPath } from '../../resolution-case/offer.path.js';
import { OfferTermsRequest, toTerms } from '../../resolution-case/offer-terms.request.js';
import { ReviseOffer } from './revise-offer.command.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/offers/:offer/revision')
export class ReviseOfferController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Work an offer over: it is off the table until one is made anew' })
  @Post()
  @Allow('resolution-case.offer')
  @Changes()
  revise(
    @Param() { id, offer }: OfferPath,
    @Body() body: OfferTermsRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new ReviseOffer(id, { offer, ...toTerms(told) }, toEnvelope(request, extra)));
  }
}
