import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ConcernCommand } from '../../concern/concern.decider.js';

type Data = Omit<Extract<ConcernCommand, { type: 'ProposeSpam' }>['data'], 'by' | 'role'>;

/** Take a concern for spam; another person confirms it. */
export class ProposeSpam extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
