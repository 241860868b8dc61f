import type { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from './holiday-calendar.js';

/** A date of every year, or the nth weekday of a month; `since` is the first year it was a holiday. */
type Named = { readonly month: number; readonly since?: number } & (
  | { readonly day: number }
  | { readonly weekday: number; readonly nth: number | 'last' }
);

const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;

const HOLIDAYS: Readonly<Record<string, Named>> = {
  "New Year's Day": { month: 1, day: 1 },
  'Birthday of Martin Luther King, Jr.': { month: 1, weekday: MONDAY, nth: 3, since: 1986 },
  "Washington's Birthday": { month: 2, weekday: MONDAY, nth: 3 },
  'Memorial Day': { month: 5, weekday: MONDAY, nth: 'last' },
  'Juneteenth National Independence Day': { month: 6, day: 19, since: 2021 },
  'Independence Day': { month: 7, day: 4 },
  'Labor Day': { month: 9, weekday: MONDAY, nth: 1 },
  'Columbus Day': { month: 10, weekday: MONDAY, nth: 2 },
  'Veterans Day': { month: 11, day: 11 },
  'Thanksgiving Day': { month: 11, weekday: THURSDAY, nth: 4 },
  'Christmas Day': { month: 12, day: 25 },
};

const falls = (date: Temporal.PlainDate, on: Named): boolean => {
  if (date.month !== on.month || date.year < (on.since ?? date.year)) return false;
  if ('day' in on) return date.day === on.day;
  if (date.dayOfWeek !== on.weekday) return false;
  return on.nth === 'last' ? date.day > date.daysInMonth - 7 : Math.ceil(date.day / 7) === on.nth;
};

const isNamed = (date: Temporal.PlainDate): boolean => Object.values(HOLIDAYS).some((on) => falls(date, on));

/**
 * The legal public holidays of 5 U.S.C. 6103 on the weekdays they are observed: a Saturday's on the Friday before, so
 * that New Year's Day may be observed on December 31, and a Sunday's on the Monday after. A weekend is never a holiday.
 * Inauguration Day is one only in and around Washington and is not included, and neither are days given off by a
 * single executive order. The rules are those in force from 1978 on.
 */
export const usFederal: HolidayCalendar = {
  id: 'us-federal',
  version: '2021-06-17', // the day Juneteenth became law (Public Law 117-17), the last change of the list
  isHoliday: (date) => {
    if (date.dayOfWeek > FRIDAY) return false;
    if (isNamed(date)) return true;
    if (date.dayOfWeek === FRIDAY) return isNamed(date.add({ days: 1 }));
    return date.dayOfWeek === MONDAY && isNamed(date.subtract({ days: 1 }));
  },
};
