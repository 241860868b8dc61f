import type { CountId, Split } from './count.codes.js';

/** How a count is made. Data with a version: what an id and a version say is never edited (INV-30). */
export interface CountDefinition {
  readonly id: CountId;
  readonly version: number;
  readonly name: string;
  /** What is counted, in words. */
  readonly counts: string;
  /** The time by which it belongs to a period. */
  readonly anchor: string;
  /** What it is split by, and what the parts are. */
  readonly splits: readonly { readonly by: Split; readonly says: string }[];
  /** What is timed beside, of those that have such a time. */
  readonly took?: { readonly says: string; readonly unit: 'minutes' | 'days' | 'business-days' };
  readonly basis: string;
}
