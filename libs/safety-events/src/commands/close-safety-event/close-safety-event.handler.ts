import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { CloseSafetyEvent } from './close-safety-event.command.js';

@CommandHandler(CloseSafetyEvent)
export class CloseSafetyEventHandler implements ICommandHandler<CloseSafetyEvent> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: CloseSafetyEvent): Promise<Receipt> {
    const by = actorId(envelope.actor);
    return this.streams.decide(safetyEventDecider, id, { type: 'CloseSafetyEvent', data: { ...data, by } }, envelope);
  }
}
