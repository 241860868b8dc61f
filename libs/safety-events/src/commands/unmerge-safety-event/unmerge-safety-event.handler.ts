import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../safety-event/acting.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { UnmergeSafetyEvent } from './unmerge-safety-event.command.js';

@CommandHandler(UnmergeSafetyEvent)
export class UnmergeSafetyEventHandler implements ICommandHandler<UnmergeSafetyEvent> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: UnmergeSafetyEvent): Promise<Receipt> {
    const { org } = envelope;
    const acted = await actedAt(this.members, this.clock, envelope);
    const { state } = await this.streams.asOf(safetyEventDecider, org, id);
    const into = state.status === 'merged' ? state.into : id;
    const { state: from } = await this.streams.asOf(safetyEventDecider, org, into);
    const command = { type: 'UnmergeSafetyEvent', data: { ...data, from, ...acted } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
