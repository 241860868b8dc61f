import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { AcknowledgeConcern } from './acknowledge-concern.command.js';

@CommandHandler(AcknowledgeConcern)
export class AcknowledgeConcernHandler implements ICommandHandler<AcknowledgeConcern> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: AcknowledgeConcern): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'AcknowledgeConcern', data: { ...data, ...acted } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
