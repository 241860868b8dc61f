import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkApprover, Members } from '#kernel/access';
import { actorId, Clock, happenedAt } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { IdentifyCandorEvent } from './identify-candor-event.command.js';

@CommandHandler(IdentifyCandorEvent)
export class IdentifyCandorEventHandler implements ICommandHandler<IdentifyCandorEvent> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: IdentifyCandorEvent): Promise<Receipt> {
    await checkApprover(this.members, envelope);
    const command = {
      type: 'IdentifyCandorEvent',
      data: { ...data, at: happenedAt(envelope.occurredAt, this.clock.now()), by: actorId(envelope.actor) },
    } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
