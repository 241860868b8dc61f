import type { Instant } from '#kernel/core';

const MINUTE = 60_000;
/** Those of 2026, where the histories play. */
const HOLIDAYS = [
  '2026-01-01',
  '2026-01-19',
  '2026-02-16',
  '2026-05-25',
  '2026-06-19',
  '2026-07-03',
  '2026-09-07',
  '2026-10-12',
  '2026-11-11',
  '2026-11-26',
  '2026-12-25',
];

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local date, as the machine's own calendar has it. */
export const dateOf = (at: Instant | number, zone: string): string => {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  formats.set(zone, format);
  return format.format(new Date(at));
};

/** The last millisecond of the nth business day after a time: forward by quarters of an hour until the date turns. */
export const businessEnd = (from: Instant, days: number, zone: string): number => {
  let time = Math.floor(Date.parse(from) / (15 * MINUTE)) * 15 * MINUTE;
  const dates = [dateOf(time, zone)];
  for (let left = days; ; time += 15 * MINUTE) {
    const date = dateOf(time, zone);
    if (date === dates.at(-1)) continue;
    if (left === 0) return time - 1;
    dates.push(date);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !HOLIDAYS.includes(date)) left -= 1;
  }
};

/** The last millisecond of the nth day after a time: forward by quarters of an hour until that date is over. */
export const dayEnd = (from: Instant, days: number, zone: string): number => {
  const nth = Date.parse(`${dateOf(from, zone)}T00:00:00Z`) + days * 96 * 15 * MINUTE;
  const last = new Date(nth).toISOString().slice(0, 10);
  let time = nth; // midnight in UTC, when that date is over nowhere
  while (dateOf(time, zone) <= last) time += 15 * MINUTE;
  return time - 1;
};

/** The last millisecond of a local date: from well before it forward by quarters of an hour until the date is past. */
export const dateEnd = (date: string, zone: string): number => {
  let time = Date.parse(`${date}T00:00:00Z`) - 14 * 60 * MINUTE;
  while (dateOf(time, zone) <= date) time += 15 * MINUTE;
  return time - 1;
};

const nextDate = (date: string): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + 1440 * MINUTE).toISOString().slice(0, 10);

/** The last millisecond of the nth day after a time, without the days at whose end something stood still. */
export const dayEndBut = (
  from: Instant,
  days: number,
  zone: string,
  still: readonly { readonly from: number; readonly to: number }[] = [],
): number => {
  let date = dateOf(from, zone);
  for (let left = days; left > 0; ) {
    date = nextDate(date);
    const noon = Date.parse(`${date}T12:00:00Z`);
    const near = still.filter((one) => one.from < noon + 2880 * MINUTE && one.to > noon - 2880 * MINUTE);
    const end = near.length > 0 ? dateEnd(date, zone) : 0;
    if (!near.some((one) => one.from <= end && end < one.to)) left -= 1;
  }
  return dateEnd(date, zone);
};

/** The last millisecond of the same date a year later, where the histories play: none of them begins on a leap day. */
export const yearEnd = (from: Instant, zone: string): number => {
  const date = dateOf(from, zone);
  return dateEnd(`${Number(date.slice(0, 4)) + 1}${date.slice(4)}`, zone);
};
