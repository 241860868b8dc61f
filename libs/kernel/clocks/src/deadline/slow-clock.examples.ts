import type { Temporal } from 'temporal-polyfill';
import type { ClockKind } from './deadline.codes.js';

const MINUTE = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();
/** The date and the minute that a clock on the wall shows. */
export const onTheWall = (at: number, zone: string): { date: string; time: string } => {
  const two = '2-digit';
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv', { timeZone: zone, year: 'numeric', month: two, day: two, hour: two, minute: two });
  formats.set(zone, format);
  const [date, time] = format.format(at).split(' ') as [string, string];
  return { date, time };
};

/** A stay of the clock, in milliseconds of the epoch. */
export interface Still {
  readonly from: number;
  readonly to: number;
}

export interface SlowClock {
  readonly startsAt: number;
  readonly clock: ClockKind;
  readonly amount: number;
  readonly zone: string;
  readonly pauses: readonly Still[];
  readonly isHoliday: (date: string) => boolean;
}

const sameDayLater = (date: string, months: number): string => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, days));
  return first.toISOString().slice(0, 10);
};

/**
 * When a clock is over, by sitting before it minute after minute. Everything happens on full minutes: elapsed clocks
 * count the minutes that they run; others watch the wall until it shows another day, and count the day that ended if the
 * clock ran at its last minute. A day whose last minute was skipped ends when the next begins.
 */
export const watched = ({ startsAt, clock, amount, zone, pauses, isHoliday }: SlowClock): number => {
  const stands = (at: number): boolean => pauses.some(({ from, to }) => from <= at && at < to);
  if (clock === 'MINUTES' || clock === 'HOURS') {
    let left = clock === 'HOURS' ? amount * 60 : amount;
    let at = startsAt;
    for (; left > 0; at += MINUTE) if (!stands(at)) left -= 1;
    return at;
  }
  const dayZero = onTheWall(startsAt, zone).date;
  const months = clock === 'MONTHS' ? amount : amount * 12;
  const byDate = clock === 'MONTHS' || clock === 'YEARS' ? sameDayLater(dayZero, months) : undefined;
  const business = (date: string) => ![0, 6].includes(new Date(`${date}T12:00Z`).getUTCDay()) && !isHoliday(date);
  let left = byDate ? Math.round((Date.parse(byDate) - Date.parse(dayZero)) / (24 * 60 * MINUTE)) : amount;
  let day = dayZero;
  for (let at = Math.floor(startsAt / MINUTE) * MINUTE; ; at += MINUTE) {
    const { date } = onTheWall(at, zone);
    if (date <= day) continue;
    const wholeDay = onTheWall(at - MINUTE, zone).time === '23:59';
    const ended = wholeDay ? at - 1 : at;
    if (day !== dayZero && !stands(ended) && (clock !== 'BUSINESS_DAYS' || business(day))) left -= 1;
    if (left === 0) return ended;
    day = date;
  }
};

/** What was told of a rolling clock: a contact, or how many calendar days the gap after it may last; `none`: none is. */
export interface ToldOfGap {
  readonly at: number;
  readonly what: 'contact' | 'none' | number;
}

/**
 * The gap that is open after all this: going through what was told, first to last, with nothing but the last contact and
 * the last wish in mind. A contact while none is wished opens none, and neither does a wish without a contact after it.
 */
export const gapLeft = (told: readonly ToldOfGap[], usually: number): { from: number; days: number } | undefined => {
  let wish: number | 'none' | undefined;
  let from: number | undefined;
  for (const { at, what } of told) {
    if (what !== 'contact') wish = what;
    else if (wish !== 'none' && (from === undefined || at > from)) from = at;
    if (wish === 'none') from = undefined;
  }
  return from === undefined ? undefined : { from, days: typeof wish === 'number' ? wish : usually };
};

/** A calendar whose holidays fall on these days of every month. */
export const holidaysOn = (days: readonly number[]) => ({
  id: 'told',
  version: '1',
  isHoliday: ({ day }: Temporal.PlainDate) => days.includes(day),
});
