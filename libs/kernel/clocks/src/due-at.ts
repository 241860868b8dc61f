import { Temporal } from 'temporal-polyfill';
import { type Instant, unreachable } from '#kernel/core';
import type { HolidayCalendar } from './holiday-calendar.js';
import { atMilliseconds, endOf, localDay } from './local-day.js';
import type { Span } from './span.js';

/** The last business day of a week, as Temporal counts weekdays. */
export const FRIDAY = 5;

/**
 * The last instant that is in time (domain.md 8.2); being met at it is being met. Minutes and hours elapse, whatever
 * the zone; days, months and years are counted from the local date of the start, and end with the local day.
 * Throws `RangeError` for a start, a zone or an amount that is none.
 */
export const dueAt = (startsAt: Instant, span: Span, zone: string, calendar: HolidayCalendar): Instant => {
  const { clock, amount } = span;
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} is no amount of ${clock}.`);
  const dayZero = localDay(startsAt, zone);
  switch (clock) {
    case 'MINUTES':
      return elapsed(startsAt, { minutes: amount });
    case 'HOURS':
      return elapsed(startsAt, { hours: amount });
    case 'CALENDAR_DAYS':
      return endOf(dayZero.add({ days: amount }), zone);
    case 'BUSINESS_DAYS':
      return endOf(businessDay(dayZero, amount, calendar), zone);
    case 'MONTHS':
      return endOf(dayZero.add({ months: amount }), zone); // `add` takes the last day of a month without that number
    case 'YEARS':
      return endOf(dayZero.add({ years: amount }), zone);
    default:
      return unreachable(clock);
  }
};

const elapsed = (startsAt: Instant, time: { minutes: number } | { hours: number }): Instant =>
  atMilliseconds(Temporal.Instant.from(startsAt).add(time));

/** Day 0 is the day itself, business day or not; each further one is the next Monday to Friday that is no holiday. */
const businessDay = (dayZero: Temporal.PlainDate, amount: number, calendar: HolidayCalendar): Temporal.PlainDate => {
  let day = dayZero;
  for (let left = amount; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= FRIDAY && !calendar.isHoliday(day)) left -= 1;
  }
  return day;
};
