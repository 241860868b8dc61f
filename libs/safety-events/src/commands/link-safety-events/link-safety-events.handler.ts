import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { isReported } from '../../safety-event/remaining.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { LinkSafetyEvents } from './link-safety-events.command.js';

@CommandHandler(LinkSafetyEvents)
export class LinkSafetyEventsHandler implements ICommandHandler<LinkSafetyEvents> {
  constructor(private readonly streams: Streams) {}

  async execute({ id, data, envelope }: LinkSafetyEvents): Promise<Receipt> {
    const otherIsKnown = await isReported(this.streams, envelope.org, data.otherId);
    const known = { itself: id, otherIsKnown, by: actorId(envelope.actor) };
    const command = { type: 'LinkSafetyEvents', data: { ...data, ...known } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
