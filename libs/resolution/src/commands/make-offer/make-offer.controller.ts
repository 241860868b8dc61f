import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import {
  AddsPart,
  type CommandRequest,
  CurrentCommand,
  IdPath,
  type PartReceipt,
  toEnvelope,
  toldLate,
} from '#kernel/http';
import { OfferTermsRequest, toTerms } from '../../resolution-case/offer-terms.request.js';
import { MakeOffer } from './make-offer.command.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/offers')
export class MakeOfferController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Make an offer where care was found unreasonable or mixed, or make it anew' })
  @Post()
  @Allow('resolution-case.offer')
  @AddsPart()
  make(
    @Param() { id }: IdPath,
    @Body() body: OfferTermsRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<PartReceipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new MakeOffer(id, toTerms(told), toEnvelope(request, extra)));
  }
}
