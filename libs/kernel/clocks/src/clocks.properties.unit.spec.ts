import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { calendarOf } from './calendars.js';
import type { ClockKind } from './deadline/deadline.codes.js';
import { dueAt } from './due-at.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { boundsOf, periodOf, periodsBetween } from './period.js';

const QUARTER_HOUR = 900_000;
const DAY = 86_400_000;
const numRuns = Number(process.env.PROPERTY_RUNS ?? 150);

/** Zones whose clocks change at night, at midnight, by half an hour, or never; each with nights on which they do. */
const NIGHTS: Record<string, readonly string[]> = {
  UTC: ['2026-01-01T00:00Z'],
  'America/Chicago': ['2026-03-08T08:00Z', '2026-11-01T07:00Z'],
  'America/Sao_Paulo': ['2018-02-18T02:00Z', '2018-11-04T03:00Z'],
  'America/Havana': ['2026-03-08T05:00Z', '2026-11-01T05:00Z'],
  'America/Nuuk': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  'Africa/Cairo': ['2026-04-23T22:00Z', '2026-10-29T21:00Z'],
  'Asia/Beirut': ['2026-03-28T22:00Z', '2026-10-24T21:00Z'],
  'Asia/Kathmandu': ['2026-07-01T18:15Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00Z', '2026-10-03T15:30Z'],
  'Pacific/Kiritimati': ['2026-12-31T10:00Z'],
};

/** A zone, and times of the years from 2015 to 2037 in it: half of them within days of a change of its clocks. */
const place = fc.constantFrom(...Object.keys(NIGHTS)).chain((zone) => {
  const near = fc
    .tuple(fc.constantFrom(...NIGHTS[zone]!), fc.integer({ min: -6 * DAY, max: 2 * DAY }))
    .map(([night, away]) => Date.parse(night) + away);
  const any = fc.integer({ min: Date.parse('2015-01-01T00:00Z'), max: Date.parse('2037-12-31T00:00Z') });
  const time = fc.oneof(near, any).map((ms) => new Date(ms).toISOString());
  return fc.record({ zone: fc.constant(zone), startsAt: time, later: time });
});
const dayClock = fc.constantFrom<ClockKind>('CALENDAR_DAYS', 'BUSINESS_DAYS');
const anyClock = fc.constantFrom<ClockKind>('MINUTES', 'HOURS', 'CALENDAR_DAYS', 'BUSINESS_DAYS', 'MONTHS', 'YEARS');
const calendar: fc.Arbitrary<HolidayCalendar> = fc.oneof(
  fc.constant(calendarOf('us-federal')),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 31 }), { maxLength: 8 })
    .map((days) => ({ id: 'told', version: '1', isHoliday: ({ day }: Temporal.PlainDate) => days.includes(day) })),
);

const formats = new Map<string, Intl.DateTimeFormat>();
const wallClock = (at: number, zone: string): { date: string; time: string } => {
  const two = '2-digit';
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv', { timeZone: zone, year: 'numeric', month: two, day: two, hour: two, minute: two });
  formats.set(zone, format);
  const [date, time] = format.format(at).split(' ') as [string, string];
  return { date, time };
};

const isBusinessDay = (date: string, holidays: HolidayCalendar): boolean => {
  const told = Temporal.PlainDate.from(date);
  return ![0, 6].includes(new Date(`${date}T12:00Z`).getUTCDay()) && !holidays.isHoliday(told);
};

/**
 * The same by watching a clock on the wall, a quarter of an hour at a time, until it shows the day after the last one.
 * All these zones' days begin on a quarter of an hour. A day whose last minute was skipped ends when the next begins.
 */
const watched = (startsAt: string, amount: number, zone: string, counts: (date: string) => boolean): string => {
  let { date: day } = wallClock(Date.parse(startsAt), zone);
  let left = amount;
  for (let at = Math.floor(Date.parse(startsAt) / QUARTER_HOUR) * QUARTER_HOUR; ; at += QUARTER_HOUR) {
    const { date } = wallClock(at, zone);
    if (date <= day) continue;
    if (left === 0) return new Date(wallClock(at - 1, zone).time === '23:59' ? at - 1 : at).toISOString();
    day = date;
    if (counts(day)) left -= 1;
  }
};

it('days end when a clock on the wall says so', () => {
  fc.assert(
    fc.property(place, dayClock, fc.nat({ max: 6 }), calendar, ({ zone, startsAt }, clock, amount, holidays) => {
      const counts = (date: string) => clock === 'CALENDAR_DAYS' || isBusinessDay(date, holidays);
      expect(dueAt(startsAt, { clock, amount }, zone, holidays)).toBe(watched(startsAt, amount, zone, counts));
    }),
    { numRuns },
  );
});

it('nothing is due before it starts, nor earlier for starting later or for taking longer', () => {
  fc.assert(
    fc.property(
      fc.record({
        at: place,
        clock: anyClock,
        amount: fc.nat({ max: 60 }),
        more: fc.nat({ max: 5 }),
        holidays: calendar,
      }),
      ({ at: { zone, ...times }, clock, amount, more, holidays }) => {
        const [first, second] = [times.startsAt, times.later].sort() as [string, string];
        const due = dueAt(first, { clock, amount }, zone, holidays);
        expect(due >= first).toBe(true);
        expect(dueAt(second, { clock, amount }, zone, holidays) >= due).toBe(true);
        expect(dueAt(first, { clock, amount: amount + more }, zone, holidays) >= due).toBe(true);
      },
    ),
    { numRuns },
  );
});

it('a time lies within the period it belongs to, and periods follow each other without a gap', () => {
  fc.assert(
    fc.property(place, fc.constantFrom('month', 'quarter', 'year'), ({ zone, startsAt, later }, kind) => {
      const [first, second] = [startsAt, later].sort() as [string, string];
      const periods = periodsBetween(periodOf(first, zone, kind), periodOf(second, zone, kind));
      const bounds = periods.map((period) => boundsOf(period, zone));
      expect(bounds[0]!.from <= first && first < bounds[0]!.before).toBe(true);
      expect(bounds.at(-1)!.from <= second && second < bounds.at(-1)!.before).toBe(true);
      expect(bounds.slice(1).map(({ from }) => from)).toEqual(bounds.slice(0, -1).map(({ before }) => before));
    }),
    { numRuns },
  );
});
