import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { patientOf } from '../../safety-event/patient-of.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { DetermineCrpEligibility } from './determine-crp-eligibility.command.js';

@CommandHandler(DetermineCrpEligibility)
export class DetermineCrpEligibilityHandler implements ICommandHandler<DetermineCrpEligibility> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: DetermineCrpEligibility): Promise<Receipt> {
    const by = actorId(envelope.actor);
    const first = patientOf(envelope.org, id);
    const command = { type: 'DetermineCrpEligibility', data: { ...data, first, by } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
