import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../caregiver-support/acting.js';
import { caregiverSupportDecider } from '../../caregiver-support/caregiver-support.decider.js';
import { AcceptCaregiverSupport } from './accept-support.command.js';

@CommandHandler(AcceptCaregiverSupport)
export class AcceptCaregiverSupportHandler implements ICommandHandler<AcceptCaregiverSupport> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, envelope }: AcceptCaregiverSupport): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'AcceptCaregiverSupport', data: acted } as const;
    return this.streams.decide(caregiverSupportDecider, id, command, envelope);
  }
}
