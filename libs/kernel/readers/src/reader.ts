import type { Recorded } from '#kernel/core';
import type { Tx } from '#kernel/platform';

/**
 * Follows the ledger by position. `types` is its whole diet, written out; `apply` gets the events of a batch that are
 * on it, in order, inside the transaction that moves its checkpoint. Raising `version` starts it anew.
 */
export interface Reader {
  /** `<context>.<noun>`, as in `safety-events.record`. */
  readonly name: string;
  readonly version: number;
  readonly types: readonly string[];
  /**
   * What one event that it cannot read may hold up: its own stream, which is parked while the others go on; or, for a
   * reader that must miss nothing and takes events as one sequence, the whole `log`: it halts.
   */
  readonly shape: 'stream' | 'log';
  /** Readers of one track read the ledger together, in one transaction. Without one, a reader goes by itself. */
  readonly track?: string;
  /** Where it begins on a ledger that it was never on: with the first event, or with the next one to come. */
  readonly starts?: 'now';
  apply(tx: Tx, events: readonly Recorded[]): Promise<void>;
}
