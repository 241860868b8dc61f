import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { SafetyEventCommand } from '../../safety-event/safety-event.decider.js';

type Data = Omit<Extract<SafetyEventCommand, { type: 'DetermineCrpEligibility' }>['data'], 'by' | 'first'>;

/** Determine whether a safety event is eligible for communication and resolution: by the rule, or otherwise with a reason. */
export class DetermineCrpEligibility extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
