import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { SafetyEventCommand } from '../../safety-event/safety-event.decider.js';

type Data = Omit<Extract<SafetyEventCommand, { type: 'LinkSafetyEvents' }>['data'], 'itself' | 'otherIsKnown' | 'by'>;

/** Say how two safety events belong together, though each stays its own. */
export class LinkSafetyEvents extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
