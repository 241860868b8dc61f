import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { SafetyEventCommand } from '../../safety-event/safety-event.decider.js';

type Data = Omit<Extract<SafetyEventCommand, { type: 'ReopenSafetyEvent' }>['data'], 'by'>;

/** Go on with a closed safety event, for new information. */
export class ReopenSafetyEvent extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
