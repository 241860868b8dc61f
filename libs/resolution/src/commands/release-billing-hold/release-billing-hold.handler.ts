import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { ReleaseBillingHold } from './release-billing-hold.command.js';

@CommandHandler(ReleaseBillingHold)
export class ReleaseBillingHoldHandler implements ICommandHandler<ReleaseBillingHold> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ReleaseBillingHold): Promise<Receipt> {
    const command = { type: 'ReleaseBillingHold', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
