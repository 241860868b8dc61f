import { periodOf } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import { positionsOf } from '../facts/measure-fact.js';
import type { CountId, Split } from './count.codes.js';

/** One that is counted: once, in one part of each of the count's splits. */
export interface CountFact {
  readonly count: CountId;
  readonly at: Instant;
  readonly month: string;
  readonly quarter: string;
  readonly of: Readonly<Partial<Record<Split, string>>>;
  /** How long it took, in the count's unit, where it is timed and done. */
  readonly took?: number;
  /** The events that say so. */
  readonly positions: readonly number[];
}

/** What is counted, when, and in which parts. */
export interface Occurrence {
  readonly count: CountId;
  readonly at: Instant;
  readonly of: CountFact['of'];
  readonly took?: number | undefined;
  readonly because: readonly { readonly position: number }[];
}

/** The fact of an occurrence, in the periods of the facility's zone. Pure: no clock. */
export const countFact = ({ count, at, of, took, because }: Occurrence, zone: string): CountFact => ({
  count,
  at,
  month: periodOf(at, zone, 'month'),
  quarter: periodOf(at, zone, 'quarter'),
  of,
  ...(took !== undefined && { took }),
  positions: positionsOf(because),
});
