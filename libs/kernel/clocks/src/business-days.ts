import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#kernel/core';
import { FRIDAY } from './due-at.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { localDay } from './local-day.js';

/**
 * How many business days something took (domain.md 8.2): the smallest number of them in which it would have been in time.
 * Done on the day of the start, or before, it took none. Throws `RangeError` for no instant and for no zone.
 */
export const businessDaysTaken = (from: Instant, to: Instant, zone: string, calendar: HolidayCalendar): number => {
  const [start, end] = [localDay(from, zone), localDay(to, zone)];
  if (Temporal.PlainDate.compare(end, start) <= 0) return 0;
  let days = 1;
  for (let day = start.add({ days: 1 }); Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 }))
    if (isBusinessDay(day, calendar)) days += 1;
  return days;
};

/** Monday to Friday, and no holiday. */
const isBusinessDay = (day: Temporal.PlainDate, calendar: HolidayCalendar): boolean =>
  day.dayOfWeek <= FRIDAY && !calendar.isHoliday(day);
