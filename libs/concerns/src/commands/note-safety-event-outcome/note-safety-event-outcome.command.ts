import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ConcernCommand } from '../../concern/concern.decider.js';

type Data = Extract<ConcernCommand, { type: 'NoteSafetyEventOutcome' }>['data'];

/** An automation says what came of a safety event: the concern that it was reported of, if any, writes it down. */
export class NoteSafetyEventOutcome extends Command<Receipt> {
  constructor(
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
