import type { Instant } from '#kernel/core';

const MINUTE = 60_000;
/** Those of the first half of 2026, where the histories play. */
const HOLIDAYS = ['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03'];

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
