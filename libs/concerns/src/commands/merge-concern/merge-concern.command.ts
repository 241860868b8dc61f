import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ConcernCommand } from '../../concern/concern.decider.js';

type Data = Pick<Extract<ConcernCommand, { type: 'MergeConcern' }>['data'], 'into' | 'matchBasis'>;

/** Merge a concern into another one that tells of the same and was received first. */
export class MergeConcern extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
