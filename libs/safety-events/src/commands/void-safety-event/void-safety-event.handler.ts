import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { VoidSafetyEvent } from './void-safety-event.command.js';

@CommandHandler(VoidSafetyEvent)
export class VoidSafetyEventHandler implements ICommandHandler<VoidSafetyEvent> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: VoidSafetyEvent): Promise<Receipt> {
    const by = actorId(envelope.actor);
    return this.streams.decide(safetyEventDecider, id, { type: 'VoidSafetyEvent', data: { ...data, by } }, envelope);
  }
}
