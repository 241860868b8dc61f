import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { lookupsOf } from '../../safety-event/safety-event.lookups.js';
import { ConfirmSafetyEvent } from './confirm-safety-event.command.js';

@CommandHandler(ConfirmSafetyEvent)
export class ConfirmSafetyEventHandler implements ICommandHandler<ConfirmSafetyEvent> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ConfirmSafetyEvent): Promise<Receipt> {
    const command = { type: 'ConfirmSafetyEvent', data: { ...data, by: actorId(envelope.actor) } } as const;
    return this.streams.decide(safetyEventDecider, id, command, { ...envelope, lookups: lookupsOf(data) });
  }
}
