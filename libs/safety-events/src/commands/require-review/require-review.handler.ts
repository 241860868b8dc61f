import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../safety-event/acting.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { RequireReview } from './require-review.command.js';

@CommandHandler(RequireReview)
export class RequireReviewHandler implements ICommandHandler<RequireReview> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: RequireReview): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'RequireReview', data: { ...data, ...acted } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
