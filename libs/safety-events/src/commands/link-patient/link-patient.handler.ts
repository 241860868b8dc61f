import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId, Ids } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { patientOf } from '../../safety-event/patient-of.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { lookupsOf } from '../../safety-event/safety-event.lookups.js';
import { LinkPatient } from './link-patient.command.js';

@CommandHandler(LinkPatient)
export class LinkPatientHandler implements ICommandHandler<LinkPatient> {
  constructor(
    private readonly streams: Streams,
    private readonly ids: Ids,
  ) {}

  execute({ id, data, envelope }: LinkPatient): Promise<Receipt> {
    const ids = { first: patientOf(envelope.org, id), further: this.ids.next() };
    const command = { type: 'LinkPatient', data: { ...data, ids, by: actorId(envelope.actor) } } as const;
    return this.streams.decide(safetyEventDecider, id, command, { ...envelope, lookups: lookupsOf(data) });
  }
}
