import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { WithdrawOffer } from './withdraw-offer.command.js';

@CommandHandler(WithdrawOffer)
export class WithdrawOfferHandler implements ICommandHandler<WithdrawOffer> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, data, envelope }: WithdrawOffer): Promise<Receipt> {
    const command = { type: 'WithdrawOffer', data: { ...data, ...actingBy(envelope), at: this.clock.now() } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
