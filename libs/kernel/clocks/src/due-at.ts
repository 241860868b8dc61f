import { Temporal } from 'temporal-polyfill';
import { type Instant, unreachable } from '#kernel/core';
import type { Pause } from './deadline/deadline.rules.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { atMilliseconds, endOf, localDay } from './local-day.js';
import type { Span } from './span.js';

/** The last business day of a week, as Temporal counts weekdays. */
export const FRIDAY = 5;

/**
 * The last instant that is in time (domain.md 8.2); being met at it is being met. Minutes and hours elapse, whatever
 * the zone; days, months and years are counted from the local date of the start, and end with the local day.
 *
 * A clock that stood still goes on where it was: elapsed time does not elapse in a pause, and a day does not count where
 * the clock stands still as that day ends. So a pause within one day moves no day, and one over two midnights moves two.
 * A pause that has not ended counts for nothing yet. Months and years move by the days that did not count.
 *
 * Throws `RangeError` for a start, a zone or an amount that is none.
 */
export const dueAt = (
  startsAt: Instant,
  span: Span,
  zone: string,
  calendar: HolidayCalendar,
  pauses: readonly Pause[] = [],
): Instant => {
  const { clock, amount } = span;
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} is no amount of ${clock}.`);
  const dayZero = localDay(startsAt, zone);
  const counts = (day: Temporal.PlainDate): boolean => pauses.length === 0 || !isStill(pauses, endOf(day, zone));
  const counted = (days: number, from: Temporal.PlainDate): Temporal.PlainDate => nthDay(from, days, counts);
  switch (clock) {
    case 'MINUTES':
      return elapsed(startsAt, { minutes: amount }, pauses);
    case 'HOURS':
      return elapsed(startsAt, { hours: amount }, pauses);
    case 'CALENDAR_DAYS':
      return endOf(counted(amount, dayZero), zone);
    case 'BUSINESS_DAYS':
      return endOf(
        nthDay(dayZero, amount, (day) => isBusinessDay(day, calendar) && counts(day)),
        zone,
      );
    case 'MONTHS':
    case 'YEARS': {
      // `add` takes the last day of a month without that number
      const day = dayZero.add(clock === 'MONTHS' ? { months: amount } : { years: amount });
      return endOf(pauses.length === 0 ? day : counted(dayZero.until(day).days, dayZero), zone);
    }
    default:
      return unreachable(clock);
  }
};

/** Whether a clock stands still at this instant. */
const isStill = (pauses: readonly Pause[], at: Instant): boolean =>
  pauses.some(({ from, to }) => to !== undefined && from <= at && at < to);

const elapsed = (
  startsAt: Instant,
  time: { minutes: number } | { hours: number },
  pauses: readonly Pause[],
): Instant => {
  let due = atMilliseconds(Temporal.Instant.from(startsAt).add(time));
  for (const { from, to } of pauses) {
    if (to === undefined || to <= startsAt || from >= due) continue;
    due = later(due, Date.parse(to) - Date.parse(from > startsAt ? from : startsAt));
  }
  return due;
};

const later = (at: Instant, milliseconds: number): Instant =>
  atMilliseconds(Temporal.Instant.from(at).add({ milliseconds }));

const isBusinessDay = (day: Temporal.PlainDate, calendar: HolidayCalendar): boolean =>
  day.dayOfWeek <= FRIDAY && !calendar.isHoliday(day);

/** Day 0 is the day itself, whether it counts or not; each further one is the next that does. */
const nthDay = (
  dayZero: Temporal.PlainDate,
  amount: number,
  counts: (day: Temporal.PlainDate) => boolean,
): Temporal.PlainDate => {
  let day = dayZero;
  for (let left = amount; left > 0; ) {
    day = day.add({ days: 1 });
    if (counts(day)) left -= 1;
  }
  return day;
};
