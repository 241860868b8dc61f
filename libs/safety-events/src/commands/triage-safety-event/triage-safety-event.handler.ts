import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId, Clock, happenedAt } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { patientOf } from '../../safety-event/patient-of.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { lookupsOf } from '../../safety-event/safety-event.lookups.js';
import { TriageSafetyEvent } from './triage-safety-event.command.js';

@CommandHandler(TriageSafetyEvent)
export class TriageSafetyEventHandler implements ICommandHandler<TriageSafetyEvent> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, data, envelope }: TriageSafetyEvent): Promise<Receipt> {
    const { org, actor, occurredAt } = envelope;
    const at = happenedAt(occurredAt, this.clock.now());
    const acted = { patient: patientOf(org, id), at, by: actorId(actor) };
    const command = { type: 'TriageSafetyEvent', data: { ...data, ...acted } } as const;
    return this.streams.decide(safetyEventDecider, id, command, { ...envelope, lookups: lookupsOf(data) });
  }
}
