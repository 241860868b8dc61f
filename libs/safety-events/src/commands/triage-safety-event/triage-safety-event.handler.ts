import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { lookupsOf } from '../../safety-event/safety-event.lookups.js';
import { TriageSafetyEvent } from './triage-safety-event.command.js';

@CommandHandler(TriageSafetyEvent)
export class TriageSafetyEventHandler implements ICommandHandler<TriageSafetyEvent> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: TriageSafetyEvent): Promise<Receipt> {
    const command = { type: 'TriageSafetyEvent', data: { ...data, by: actorId(envelope.actor) } } as const;
    return this.streams.decide(safetyEventDecider, id, command, { ...envelope, lookups: lookupsOf(data) });
  }
}
