import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { TriageSafetyEvent } from './triage-safety-event.command.js';

@CommandHandler(TriageSafetyEvent)
export class TriageSafetyEventHandler implements ICommandHandler<TriageSafetyEvent> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: TriageSafetyEvent): Promise<Receipt> {
    const by = actorId(envelope.actor);
    return this.streams.decide(safetyEventDecider, id, { type: 'TriageSafetyEvent', data: { ...data, by } }, envelope);
  }
}
