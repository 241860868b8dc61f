import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';

import { ReleaseBillingHold } from './release-billing-hold.command.js';

@CommandHandler(ReleaseBillingHold)
export class ReleaseBillingHoldHandler implements ICommandHandler<ReleaseBillingHold> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ReleaseBillingHold): Promise<Receipt> {
    const command = {
      type: 'ReleaseBillingHold',
      data: { ...data, by: actorId(envelope.actor), role: envelope.actor.role },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
