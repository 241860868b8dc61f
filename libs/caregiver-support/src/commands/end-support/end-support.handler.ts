import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../caregiver-support/acting.js';
import { caregiverSupportDecider } from '../../caregiver-support/caregiver-support.decider.js';
import { EndCaregiverSupport } from './end-support.command.js';

@CommandHandler(EndCaregiverSupport)
export class EndCaregiverSupportHandler implements ICommandHandler<EndCaregiverSupport> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: EndCaregiverSupport): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'EndCaregiverSupport', data: { ...data, ...acted } } as const;
    return this.streams.decide(caregiverSupportDecider, id, command, envelope);
  }
}
