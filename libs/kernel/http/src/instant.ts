import type { Instant } from '#kernel/core';
import { invalidField } from './problem.js';

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
/** In UTC too, a year from 0001 to 9999: what PostgreSQL reads. */
const IN_UTC = /^(?!0000)\d{4}-/;

/** Whether a text is an RFC 3339 time with its offset from UTC, on a day that the calendar has. */
export const isInstantWithZone = (value: unknown): value is string => {
  if (typeof value !== 'string') return false;
  const [, year, month, day] = RFC_3339.exec(value) ?? [];
  if (year === undefined) return false;
  return isDay(Number(year), Number(month), Number(day)) && IN_UTC.test(new Date(value.toUpperCase()).toISOString());
};

/** The same point in time in UTC with milliseconds. The text has passed {@link isInstantWithZone}. */
export const toInstant = (text: string): Instant => {
  if (!isInstantWithZone(text)) throw invalidField('time', 'must be an RFC 3339 time with its offset');
  return new Date(text.toUpperCase()).toISOString();
};

/** JavaScript's Date turns 31 April into 1 May; the calendar does not. */
const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
