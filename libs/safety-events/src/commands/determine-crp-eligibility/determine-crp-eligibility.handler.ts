import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId, Ids } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { DetermineCrpEligibility } from './determine-crp-eligibility.command.js';

@CommandHandler(DetermineCrpEligibility)
export class DetermineCrpEligibilityHandler implements ICommandHandler<DetermineCrpEligibility> {
  constructor(
    private readonly streams: Streams,
    private readonly ids: Ids,
  ) {}

  execute({ id, data, envelope }: DetermineCrpEligibility): Promise<Receipt> {
    const command = {
      type: 'DetermineCrpEligibility',
      data: { ...data, patient: this.ids.next(), by: actorId(envelope.actor) },
    } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
