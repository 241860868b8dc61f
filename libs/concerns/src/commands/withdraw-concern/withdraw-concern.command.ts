import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ConcernCommand } from '../../concern/concern.decider.js';

type Data = Omit<Extract<ConcernCommand, { type: 'WithdrawConcern' }>['data'], 'writer'> & {
  readonly codeHash?: string;
};

/** Record that the submitter withdrew their concern: contact stops. */
export class WithdrawConcern extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
