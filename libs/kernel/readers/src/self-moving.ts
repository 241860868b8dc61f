import type { Reader } from './reader.js';

/**
 * A reader that takes its steps itself, since what it does may not happen inside a transaction. Nothing fences it from
 * its double in another process: whatever it does has to bear being done twice.
 */
export interface SelfMoving extends Pick<Reader, 'name' | 'version' | 'types'> {
  /** Where it begins on a ledger that it was never on: with the first event, or with the next one to come. */
  readonly starts?: 'now';
  /** Takes one step; answers whether there may be more to take. */
  advance(ledger: number): Promise<boolean>;
}
