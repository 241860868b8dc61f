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
  apply(tx: Tx, events: readonly Recorded[]): Promise<void>;
}
