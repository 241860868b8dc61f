import { calendarOf } from './calendars.js';
import type { ClockKind } from './deadline/deadline.codes.js';
import { dueAt } from './due-at.js';

const usFederal = calendarOf('us-federal');
const CHICAGO = 'America/Chicago';

const due = (startsAt: string, amount: number, clock: ClockKind, zone: string): string =>
  dueAt(startsAt, { clock, amount }, zone, usFederal);

describe('where the clocks change', () => {
  it.each([
    ['2026-03-08T07:45:00.000Z', 30, 'MINUTES', '2026-03-08T08:15:00.000Z'], // 01:45 CST, 03:15 CDT
    ['2026-03-07T18:00:00.000Z', 24, 'HOURS', '2026-03-08T18:00:00.000Z'], // noon, 13:00 the next day
    ['2026-03-07T18:00:00.000Z', 0, 'CALENDAR_DAYS', '2026-03-08T05:59:59.999Z'],
    ['2026-03-07T18:00:00.000Z', 1, 'CALENDAR_DAYS', '2026-03-09T04:59:59.999Z'],
    ['2026-03-08T05:30:00.000Z', 1, 'CALENDAR_DAYS', '2026-03-09T04:59:59.999Z'], // March 7, 23:30 CST
    ['2026-03-09T04:30:00.000Z', 0, 'CALENDAR_DAYS', '2026-03-09T04:59:59.999Z'], // March 8, 23:30 CDT
    ['2026-03-06T18:00:00.000Z', 1, 'BUSINESS_DAYS', '2026-03-10T04:59:59.999Z'], // a Friday, the Monday
    ['2026-02-15T18:00:00.000Z', 1, 'MONTHS', '2026-03-16T04:59:59.999Z'],
  ] as const)('in Chicago in spring, what starts at %s is due after %i %s at %s', (startsAt, amount, clock, at) => {
    expect(due(startsAt, amount, clock, CHICAGO)).toBe(at);
  });

  it.each([
    ['2026-11-01T06:30:00.000Z', 60, 'MINUTES', '2026-11-01T07:30:00.000Z'], // 01:30 CDT, 01:30 CST
    ['2026-10-31T17:00:00.000Z', 24, 'HOURS', '2026-11-01T17:00:00.000Z'], // noon, 11:00 the next day
    ['2026-10-31T17:00:00.000Z', 0, 'CALENDAR_DAYS', '2026-11-01T04:59:59.999Z'],
    ['2026-10-31T17:00:00.000Z', 1, 'CALENDAR_DAYS', '2026-11-02T05:59:59.999Z'],
    ['2026-11-01T04:30:00.000Z', 1, 'CALENDAR_DAYS', '2026-11-02T05:59:59.999Z'], // October 31, 23:30 CDT
    ['2026-11-02T05:30:00.000Z', 0, 'CALENDAR_DAYS', '2026-11-02T05:59:59.999Z'], // November 1, 23:30 CST
    ['2026-10-30T17:00:00.000Z', 1, 'BUSINESS_DAYS', '2026-11-03T05:59:59.999Z'], // a Friday, the Monday
    ['2026-10-15T17:00:00.000Z', 1, 'MONTHS', '2026-11-16T05:59:59.999Z'],
  ] as const)('in Chicago in autumn, what starts at %s is due after %i %s at %s', (startsAt, amount, clock, at) => {
    expect(due(startsAt, amount, clock, CHICAGO)).toBe(at);
  });

  it.each([
    ['a skipped midnight', 'America/Sao_Paulo', '2018-11-03T15:00:00.000Z', 0, '2018-11-04T02:59:59.999Z'],
    ['a day without midnight', 'America/Sao_Paulo', '2018-11-03T15:00:00.000Z', 1, '2018-11-05T01:59:59.999Z'],
    ['a last hour twice', 'America/Sao_Paulo', '2018-02-17T15:00:00.000Z', 0, '2018-02-18T02:59:59.999Z'],
    ['a skipped midnight', 'Africa/Cairo', '2026-04-23T10:00:00.000Z', 0, '2026-04-23T21:59:59.999Z'],
    ['a day without midnight', 'Africa/Cairo', '2026-04-23T10:00:00.000Z', 1, '2026-04-24T20:59:59.999Z'],
    ['a last hour twice', 'Africa/Cairo', '2026-10-29T10:00:00.000Z', 0, '2026-10-29T21:59:59.999Z'],
    ['a skipped midnight', 'America/Havana', '2026-03-07T12:00:00.000Z', 0, '2026-03-08T04:59:59.999Z'],
    ['midnight twice', 'America/Havana', '2026-10-31T12:00:00.000Z', 0, '2026-11-01T03:59:59.999Z'],
    ['a day with midnight twice', 'America/Havana', '2026-10-31T12:00:00.000Z', 1, '2026-11-02T04:59:59.999Z'],
    [
      'a minute into the next day and back',
      'America/St_Johns',
      '2006-10-28T12:00:00.000Z',
      0,
      '2006-10-29T03:29:59.999Z',
    ],
    ['a skipped last hour', 'America/Nuuk', '2026-03-28T12:00:00.000Z', 0, '2026-03-29T01:00:00.000Z'],
    ['a last hour twice', 'America/Nuuk', '2026-10-24T12:00:00.000Z', 0, '2026-10-25T01:59:59.999Z'],
    ['the eve of a skipped day', 'Pacific/Apia', '2011-12-29T12:00:00.000Z', 0, '2011-12-30T09:59:59.999Z'],
    ['a skipped day', 'Pacific/Apia', '2011-12-29T12:00:00.000Z', 1, '2011-12-30T10:00:00.000Z'],
    ['the day after a skipped day', 'Pacific/Apia', '2011-12-29T12:00:00.000Z', 2, '2011-12-31T09:59:59.999Z'],
  ])('a day ends once: %s, in %s', (_what, zone, startsAt, days, at) => {
    expect(due(startsAt, days, 'CALENDAR_DAYS', zone)).toBe(at);
  });
});

it.each([
  ['2026-01-31', 1, 'MONTHS', '2026-02-28'],
  ['2028-01-31', 1, 'MONTHS', '2028-02-29'],
  ['2026-01-31', 2, 'MONTHS', '2026-03-31'],
  ['2026-02-28', 1, 'MONTHS', '2026-03-28'],
  ['2026-08-31', 6, 'MONTHS', '2027-02-28'],
  ['2028-02-29', 12, 'MONTHS', '2029-02-28'],
  ['2026-12-31', 0, 'MONTHS', '2026-12-31'],
  ['2028-02-29', 1, 'YEARS', '2029-02-28'],
  ['2028-02-29', 4, 'YEARS', '2032-02-29'],
  ['2027-02-28', 1, 'YEARS', '2028-02-28'],
  ['2026-07-01', 0, 'YEARS', '2026-07-01'],
] as const)('from %s, %i %s end with %s', (start, amount, clock, last) => {
  expect(due(`${start}T15:00:00.000Z`, amount, clock, 'UTC')).toBe(`${last}T23:59:59.999Z`);
});

it.each([
  ['Monday', '2026-03-02', 1, '2026-03-03'],
  ['Friday', '2026-03-06', 1, '2026-03-09'],
  ['Friday', '2026-03-06', 0, '2026-03-06'],
  ['Friday', '2026-03-06', 10, '2026-03-20'],
  ['eve of a holiday', '2026-07-02', 0, '2026-07-02'],
  ['eve of a holiday', '2026-07-02', 1, '2026-07-06'],
  ['holiday', '2026-07-03', 0, '2026-07-03'],
  ['holiday', '2026-07-03', 1, '2026-07-06'],
  ['Saturday', '2026-07-04', 0, '2026-07-04'],
  ['Saturday', '2026-07-04', 1, '2026-07-06'],
  ['Sunday', '2026-07-05', 1, '2026-07-06'],
  ['Sunday', '2026-07-05', 2, '2026-07-07'],
  ['Sunday before a holiday', '2026-09-06', 1, '2026-09-08'],
  ['eve of Thanksgiving', '2026-11-25', 1, '2026-11-27'],
  ["eve of a New Year's Day observed early", '2021-12-30', 1, '2022-01-03'],
  ["Friday before a New Year's Day observed late", '2022-12-30', 1, '2023-01-03'],
  ['Monday, with two holidays on the way (DL-11)', '2026-01-05', 45, '2026-03-11'],
])('from a %s, %s, %i business days end with %s', (_what, start, amount, last) => {
  expect(due(`${start}T15:00:00.000Z`, amount, 'BUSINESS_DAYS', 'UTC')).toBe(`${last}T23:59:59.999Z`);
});

it('weekends and holidays count as calendar days', () => {
  expect(due('2026-07-02T15:00:00.000Z', 2, 'CALENDAR_DAYS', 'UTC')).toBe('2026-07-04T23:59:59.999Z');
});

it.each([['MINUTES'], ['HOURS']] as const)('none of the %s have passed at the start', (clock) => {
  expect(due('2026-03-02T09:00:00.123Z', 0, clock, CHICAGO)).toBe('2026-03-02T09:00:00.123Z');
});

it.each([
  ['a negative amount', '2026-03-02T09:00:00.000Z', -1, CHICAGO],
  ['half a day', '2026-03-02T09:00:00.000Z', 0.5, CHICAGO],
  ['no zone', '2026-03-02T09:00:00.000Z', 1, 'America/Gotham'],
  ['no instant', '2026-03-02', 1, CHICAGO],
])('%s throws', (_what, startsAt, amount, zone) => {
  for (const clock of ['MINUTES', 'BUSINESS_DAYS'] as const)
    expect(() => due(startsAt, amount, clock, zone)).toThrow(RangeError);
});
