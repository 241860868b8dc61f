import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../caregiver-support/acting.js';
import { caregiverSupportDecider } from '../../caregiver-support/caregiver-support.decider.js';
import { HoldSupportContact } from './hold-contact.command.js';

@CommandHandler(HoldSupportContact)
export class HoldSupportContactHandler implements ICommandHandler<HoldSupportContact> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, envelope }: HoldSupportContact): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'HoldSupportContact', data: acted } as const;
    return this.streams.decide(caregiverSupportDecider, id, command, envelope);
  }
}
