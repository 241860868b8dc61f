import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { SafetyEventCommand } from '../../safety-event/safety-event.decider.js';

type Data = Omit<Extract<SafetyEventCommand, { type: 'ReportSafetyEvent' }>['data'], 'at' | 'toldElsewhere'>;

/**
 * Report harm, a near miss or an unsafe condition, under the id given. Whoever is anonymous has no id as an actor; what
 * a code is found by comes in the envelope's lookups.
 */
export class ReportSafetyEvent extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
