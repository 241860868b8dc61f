import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Data = Omit<Extract<ResolutionCaseCommand, { type: 'HandOverPromise' }>['data'], 'at' | 'by' | 'role'>;

/** Give a promise to somebody else to keep. */
export class HandOverPromise extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
