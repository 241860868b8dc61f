import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { patientOf } from '../../safety-event/patient-of.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { AssessHarm } from './assess-harm.command.js';

@CommandHandler(AssessHarm)
export class AssessHarmHandler implements ICommandHandler<AssessHarm> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: AssessHarm): Promise<Receipt> {
    const command = {
      type: 'AssessHarm',
      data: { ...data, patient: patientOf(envelope.org, id), by: actorId(envelope.actor) },
    } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
