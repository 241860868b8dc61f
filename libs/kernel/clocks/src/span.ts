/**
 * How a limit counts (domain.md 8.2): as elapsed time, which daylight saving does not touch, or in local days, months
 * and years, which end when the facility's day ends.
 */
export type ClockKind = 'MINUTES' | 'HOURS' | 'CALENDAR_DAYS' | 'BUSINESS_DAYS' | 'MONTHS' | 'YEARS';

/** How long something may take: 30 `MINUTES`, 3 `BUSINESS_DAYS`. A whole number, and never negative. */
export interface Span {
  readonly clock: ClockKind;
  readonly amount: number;
}
