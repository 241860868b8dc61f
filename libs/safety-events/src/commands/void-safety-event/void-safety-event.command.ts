import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { SafetyEventCommand } from '../../safety-event/safety-event.decider.js';

type Data = Omit<Extract<SafetyEventCommand, { type: 'VoidSafetyEvent' }>['data'], 'by'>;

/** Void a safety event that should not be there: an error, a test, spam. */
export class VoidSafetyEvent extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
