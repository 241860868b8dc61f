import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { ExpireOffer } from './expire-offer.command.js';

@CommandHandler(ExpireOffer)
export class ExpireOfferHandler implements ICommandHandler<ExpireOffer> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, envelope }: ExpireOffer): Promise<Receipt> {
    const command = { type: 'ExpireOffer', data: { at: this.clock.now() } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
