import { Temporal } from 'temporal-polyfill';
import { type DomainEvent, type Fold, type Instant, isRider, type Recorded } from '#kernel/core';

/**
 * Up to where a stream is looked at: a position of its ledger, or what was recorded by a time. `date` is an instant
 * (RFC 3339, with offset) or a day (`2026-03-02`): all of that day, where the stream began.
 */
export type AsOf = { readonly position: number } | { readonly date: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The events of a stream that were there at a point; all of them where none is named. Throws `RangeError` for no date. */
export const asOf = (events: readonly Recorded[], point: AsOf | undefined): readonly Recorded[] => {
  if (!point) return events;
  if ('position' in point) return events.filter(({ position }) => position <= point.position);
  const end = endOfDate(point.date, events[0]?.meta.zone ?? 'UTC');
  return events.filter(({ recordedAt }) => recordedAt <= end);
};

/** The last instant of a date: itself, or the end of the day in a zone. Throws `RangeError` for no date. */
export const endOfDate = (date: string, zone: string): Instant => (DAY.test(date) ? endOf(date, zone) : instant(date));

/** What the rules know after these events. Facts that ride on the stream are for those who listen to them. */
export const fold = <S, E extends DomainEvent>(of: Fold<S, E>, events: readonly Recorded[]): S =>
  events
    .filter(({ type }) => of.hears || !isRider(type))
    .reduce<S>((state, event) => of.evolve(state, event as unknown as E), of.initialState);

/** Recorded times have milliseconds, as text of one length: they compare as text. */
const instant = (text: string): Instant => atMilliseconds(Temporal.Instant.from(text));

const endOf = (day: string, zone: string): Instant =>
  atMilliseconds(
    Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 }),
  );

const atMilliseconds = (time: Temporal.Instant): Instant => time.toString({ fractionalSecondDigits: 3 });
