import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { ConfirmSafetyEvent } from './confirm-safety-event.command.js';

@CommandHandler(ConfirmSafetyEvent)
export class ConfirmSafetyEventHandler implements ICommandHandler<ConfirmSafetyEvent> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ConfirmSafetyEvent): Promise<Receipt> {
    const by = actorId(envelope.actor);
    return this.streams.decide(safetyEventDecider, id, { type: 'ConfirmSafetyEvent', data: { ...data, by } }, envelope);
  }
}
