import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#kernel/core';

/** The local date of an instant. Throws `RangeError` for no instant and for no zone. */
export const localDay = (at: Instant, zone: string): Temporal.PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();

/** When a local day begins: at midnight, at the first of two midnights, or when the clocks have skipped midnight. */
export const beginningOf = (day: Temporal.PlainDate, zone: string): Instant =>
  atMilliseconds(day.toZonedDateTime(zone).toInstant());

/**
 * The last millisecond of a local day (domain.md 8.2): the later one where the clocks are set back over it. Where they
 * skip it (from 23:00 to midnight in Nuuk, or over a whole day in Apia in 2011), the first instant there is after it.
 */
export const endOf = (day: Temporal.PlainDate, zone: string): Instant => {
  const last = day.toPlainDateTime('23:59:59.999');
  const end = last.toZonedDateTime(zone, { disambiguation: 'later' });
  return end.toPlainDateTime().equals(last) ? atMilliseconds(end.toInstant()) : beginningOf(day.add({ days: 1 }), zone);
};

/** Instants have milliseconds, as text of one length: they compare as text. */
export const atMilliseconds = (time: Temporal.Instant): Instant => time.toString({ fractionalSecondDigits: 3 });
