import { Command } from '@nestjs/cqrs';
import type { Instant } from '#kernel/core';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ConcernCommand } from '../../concern/concern.decider.js';

type Data = Omit<Extract<ConcernCommand, { type: 'SubmitConcern' }>['data'], 'at' | 'receivedAt'> & {
  readonly receivedAt?: Instant;
};

/**
 * Take a concern in, under the id given. By staff, or by whoever has a worry: then the envelope carries the lookup of the
 * tracking code, and the data its keyed hash. `receivedAt` is now where it is left out.
 */
export class SubmitConcern extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
