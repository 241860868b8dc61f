import { type Instant, refuse } from '#kernel/core';
import { type AsOf, endOfDate } from '#kernel/ledger';
import type { Tx } from '#kernel/platform';
import { lastBy, lastPlaced, lastUpTo } from './point.sql.js';

/** Up to where events are counted, and what time it is then. */
export interface Point {
  readonly position: number;
  readonly at: Instant;
}

interface LastRow {
  readonly position: string;
  readonly recorded_at: Date;
  readonly zone: string | null;
}

/**
 * A point that somebody asked for: at a position it is the time of the organization's last event up to there; at a time
 * it is that time, never later than now, with what was recorded by then; a day ends where the organization last was.
 */
export const pointAt = async (tx: Tx, org: string, asked: AsOf, now: Instant): Promise<Point> => {
  if ('position' in asked) {
    const { position, recorded_at } = await only(tx, lastUpTo, [org, asked.position]);
    return { position: Number(position), at: recorded_at.toISOString() };
  }
  const [placed] = await tx.query<LastRow>(lastPlaced, [org]);
  const end = endOfDate(asked.date, placed?.zone ?? 'UTC');
  const at = end < now ? end : now;
  const { position } = await only(tx, lastBy, [org, at]);
  return { position: Number(position), at };
};

const only = async (tx: Tx, question: string, values: readonly unknown[]): Promise<LastRow> => {
  const [row] = await tx.query<LastRow>(question, values);
  return row ?? refuse('measure/nothing-recorded', 'Nothing was recorded by then.', 'asOf');
};
