import type { ClockKind } from './deadline/deadline.codes.js';

/**
 * How long something may take: 30 `MINUTES`, 3 `BUSINESS_DAYS`. A whole number, and never negative. Elapsed time is not
 * touched by daylight saving; local days, months and years end when the facility's day ends (domain.md 8.2).
 */
export interface Span {
  readonly clock: ClockKind;
  readonly amount: number;
}
