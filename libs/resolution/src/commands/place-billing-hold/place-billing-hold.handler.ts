import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkApprover, Members } from '#kernel/access';
import { actorId, Clock, happenedAt } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
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
    await checkApprover(this.members, envelope);
    const command = {
      type: 'PlaceBillingHold',
      data: {
        ...data,
        at: happenedAt(envelope.occurredAt, this.clock.now()),
        by: actorId(envelope.actor),
        role: envelope.actor.role,
      },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
