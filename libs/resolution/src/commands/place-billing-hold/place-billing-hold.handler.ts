import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { PlaceBillingHold } from './place-billing-hold.command.js';

@CommandHandler(PlaceBillingHold)
export class PlaceBillingHoldHandler implements ICommandHandler<PlaceBillingHold> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: PlaceBillingHold): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'PlaceBillingHold', data: { ...data, ...acted } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
