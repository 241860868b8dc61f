import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { SafetyEventCommand } from '../../safety-event/safety-event.decider.js';

type Data = Omit<Extract<SafetyEventCommand, { type: 'ConfirmSafetyEvent' }>['data'], 'by'>;

/** Confirm a triaged safety event. */
export class ConfirmSafetyEvent extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
