import { Temporal } from 'temporal-polyfill';
import { calendarOf } from './calendars.js';

const usFederal = calendarOf('us-federal');
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** All of a year's holidays, by asking about each day: `Fri 07-03`. */
const holidaysOf = (year: number): string[] => {
  const first = new Temporal.PlainDate(year, 1, 1);
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }))
    .filter((date) => usFederal.isHoliday(date))
    .map((date) => `${WEEKDAYS[date.dayOfWeek - 1]} ${date.toString().slice(5)}`);
};

const isHoliday = (date: string): boolean => usFederal.isHoliday(Temporal.PlainDate.from(date));

it.each([
  [
    2021, // Juneteenth, its first year, on a Saturday; Christmas too, and New Year's Day of 2022
    'Fri 01-01, Mon 01-18, Mon 02-15, Mon 05-31, Fri 06-18, Mon 07-05, Mon 09-06, Mon 10-11, Thu 11-11, Thu 11-25, Fri 12-24, Fri 12-31',
  ],
  [
    2022, // Juneteenth and Christmas on Sundays; New Year's Day was observed the year before
    'Mon 01-17, Mon 02-21, Mon 05-30, Mon 06-20, Mon 07-04, Mon 09-05, Mon 10-10, Fri 11-11, Thu 11-24, Mon 12-26',
  ],
  [
    2023, // New Year's Day on a Sunday, Veterans Day on a Saturday
    'Mon 01-02, Mon 01-16, Mon 02-20, Mon 05-29, Mon 06-19, Tue 07-04, Mon 09-04, Mon 10-09, Fri 11-10, Thu 11-23, Mon 12-25',
  ],
  [
    2026, // Independence Day on a Saturday
    'Thu 01-01, Mon 01-19, Mon 02-16, Mon 05-25, Fri 06-19, Fri 07-03, Mon 09-07, Mon 10-12, Wed 11-11, Thu 11-26, Fri 12-25',
  ],
  [
    2027, // Juneteenth and Christmas on Saturdays, Independence Day on a Sunday, New Year's Day of 2028 on a Saturday
    'Fri 01-01, Mon 01-18, Mon 02-15, Mon 05-31, Fri 06-18, Mon 07-05, Mon 09-06, Mon 10-11, Thu 11-11, Thu 11-25, Fri 12-24, Fri 12-31',
  ],
])('the holidays of %i are on these days', (year, days) => {
  expect(holidaysOf(year).join(', ')).toBe(days);
});

it('a holiday is none before it became one', () => {
  expect([isHoliday('1985-01-21'), isHoliday('1986-01-20')]).toEqual([false, true]);
  expect([isHoliday('2020-06-19'), isHoliday('2021-06-18')]).toEqual([false, true]);
});

it('Inauguration Day is none', () => {
  expect(isHoliday('2021-01-20')).toBe(false);
});

it('the calendar says which it is', () => {
  expect(usFederal).toMatchObject({ id: 'us-federal', version: '2021-06-17' });
});

it('an unknown calendar throws', () => {
  expect(() => calendarOf('us-state')).toThrow(RangeError);
});
