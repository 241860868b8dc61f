import type { CountId, CountPeriod, Split } from './count.codes.js';

/** Which counts: one or all of them, in periods of one kind from one to another. */
export interface CountQuestion {
  readonly count?: CountId | undefined;
  readonly kind: CountPeriod;
  readonly from: string;
  readonly to: string;
}

/** How many there are of a count in one period: in all, or in one part; everywhere, or in one facility. */
export interface CountLine {
  readonly count: CountId;
  readonly period: string;
  readonly by: Split | 'all';
  /** The part, or `all`. */
  readonly of: string;
  readonly facilityId?: string;
  readonly number: number;
  /** How many of them have a time: what median and p90 are of. */
  readonly timed: number;
  readonly median?: number;
  readonly p90?: number;
}

/** The years that a question touches, with all their quarters and months: over these it is decided what is hidden. */
export const yearsOf = ({ count, from, to }: CountQuestion): readonly CountQuestion[] => {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];

  return [
    { count, kind: 'year', from: first, to: last },
    { count, kind: 'quarter', from: `${first}-Q1`, to: `${last}-Q4` },
    { count, kind: 'month', from: `${first}-01`, to: `${last}-12` },
  ];
};
