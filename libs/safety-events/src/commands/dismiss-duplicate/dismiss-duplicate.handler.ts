import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { isReported } from '../../safety-event/remaining.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { DismissDuplicate } from './dismiss-duplicate.command.js';

@CommandHandler(DismissDuplicate)
export class DismissDuplicateHandler implements ICommandHandler<DismissDuplicate> {
  constructor(private readonly streams: Streams) {}

  async execute({ id, data, envelope }: DismissDuplicate): Promise<Receipt> {
    const otherIsKnown = await isReported(this.streams, envelope.org, data.otherEventId);
    const known = { itself: id, otherIsKnown, by: actorId(envelope.actor) };
    const command = { type: 'DismissDuplicate', data: { ...data, ...known } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
