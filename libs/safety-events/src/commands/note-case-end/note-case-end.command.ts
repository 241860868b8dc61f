import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { SafetyEventCommand } from '../../safety-event/safety-event.decider.js';

type Data = Extract<SafetyEventCommand, { type: 'NoteCaseEnd' }>['data'];

/** An automation writes down that a resolution case has ended. */
export class NoteCaseEnd extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
