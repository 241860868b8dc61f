import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ConcernCommand } from '../../concern/concern.decider.js';

type Data = Omit<Extract<ConcernCommand, { type: 'SendConcernMessage' }>['data'], 'writer'> & {
  readonly codeHash?: string;
};

/** Write to the submitter, or record what was said to them. */
export class SendConcernMessage extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
