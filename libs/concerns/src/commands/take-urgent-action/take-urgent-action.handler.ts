import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { TakeUrgentAction } from './take-urgent-action.command.js';

@CommandHandler(TakeUrgentAction)
export class TakeUrgentActionHandler implements ICommandHandler<TakeUrgentAction> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: TakeUrgentAction): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'TakeUrgentAction', data: { ...data, ...acted } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
