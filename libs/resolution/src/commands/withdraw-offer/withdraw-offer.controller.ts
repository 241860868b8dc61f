import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { OfferPath } from '../../resolution-case/offer.path.js';
import { WithdrawOffer } from './withdraw-offer.command.js';
import { WithdrawOfferRequest } from './withdraw-offer.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/offers/:offer/withdrawal')
export class WithdrawOfferController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Take back an offer that nobody has answered' })
  @Post()
  @Allow('resolution-case.offer')
  @Changes()
  withdraw(
    @Param() { id, offer }: OfferPath,
    @Body() body: WithdrawOfferRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new WithdrawOffer(id, { offer, ...body }, toEnvelope(request)));
  }
}
