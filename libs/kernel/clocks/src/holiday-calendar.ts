import type { Temporal } from 'temporal-polyfill';

/**
 * The weekdays on which a facility does no business (domain.md 8.2). `version` names the rules it was made from: a
 * deadline keeps it, so that anyone can tell later by which holidays it was counted.
 */
export interface HolidayCalendar {
  readonly id: string;
  readonly version: string;
  isHoliday(date: Temporal.PlainDate): boolean;
}
