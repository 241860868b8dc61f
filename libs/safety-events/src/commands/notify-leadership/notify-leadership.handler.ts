import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkApprover, Members } from '#kernel/access';
import { actorId, Clock, happenedAt } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { NotifyLeadership } from './notify-leadership.command.js';

@CommandHandler(NotifyLeadership)
export class NotifyLeadershipHandler implements ICommandHandler<NotifyLeadership> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: NotifyLeadership): Promise<Receipt> {
    await checkApprover(this.members, envelope);
    const command = {
      type: 'NotifyLeadership',
      data: { ...data, at: happenedAt(envelope.occurredAt, this.clock.now()), by: actorId(envelope.actor) },
    } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
