import type { Temporal } from 'temporal-polyfill';
import type { Instant } from '#kernel/core';
import { FRIDAY } from './due-at.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { beginningOf, localDay } from './local-day.js';

const isBusiness = (day: Temporal.PlainDate, calendar: HolidayCalendar): boolean =>
  day.dayOfWeek <= FRIDAY && !calendar.isHoliday(day);

/**
 * In how few business days something was done: the smallest amount by whose `dueAt` it was in time (domain.md 8.2). The
 * day itself is day 0; what is done on a day off counts to the next business day. 0 where `to` comes first.
 */
export const businessDaysBetween = (from: Instant, to: Instant, zone: string, calendar: HolidayCalendar): number => {
  const last = localDay(to, zone);
  let days = 0;
  let onBusinessDay = true;
  for (let day = localDay(from, zone); day.until(last).days > 0; ) {
    day = day.add({ days: 1 });
    onBusinessDay = isBusiness(day, calendar);
    if (onBusinessDay) days += 1;
  }
  return onBusinessDay ? days : days + 1;
};

/** The first instant from which, at `at`, no more than so many business days have gone: what is older is overdue. */
export const earliestWithin = (at: Instant, amount: number, zone: string, calendar: HolidayCalendar): Instant => {
  let day = localDay(at, zone);
  let left = isBusiness(day, calendar) ? amount : amount - 1;
  if (left < 0) return beginningOf(day, zone);
  for (;;) {
    if (isBusiness(day, calendar)) left -= 1;
    if (left < 0) return beginningOf(day, zone);
    day = day.subtract({ days: 1 });
  }
};
