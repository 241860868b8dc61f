import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ConcernCommand } from '../../concern/concern.decider.js';

type Data = Extract<ConcernCommand, { type: 'AbsorbConcern' }>['data'];

/** An automation writes on the concern that remains what was merged into it, and what is owed for that. */
export class AbsorbConcern extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
