import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ConcernCommand } from '../../concern/concern.decider.js';

type Data = Omit<Extract<ConcernCommand, { type: 'ClearConcern' }>['data'], 'by' | 'role'>;

/** Say that a concern is a real one. */
export class ClearConcern extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
