import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { ReopenSafetyEvent } from './reopen-safety-event.command.js';

@CommandHandler(ReopenSafetyEvent)
export class ReopenSafetyEventHandler implements ICommandHandler<ReopenSafetyEvent> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ReopenSafetyEvent): Promise<Receipt> {
    const command = { type: 'ReopenSafetyEvent', data: { ...data, by: actorId(envelope.actor) } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
