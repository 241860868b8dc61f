import { type Instant, type Precision, refuse } from '#kernel/core';

/** A time, and how exactly it is known. */
export interface KnownTime {
  readonly value: Instant;
  readonly precision: Precision;
}

/** By how many milliseconds a time may be off at each precision; an estimate may be off by anything. */
const SLACK: Record<Precision, number> = {
  exact: 0,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  estimated: Number.POSITIVE_INFINITY,
};

/**
 * INV-10: it happened, was discovered, and was reported, in that order, as far as the stated precisions tell.
 * `at` is the time of the report. Nothing may lie in the future, however vaguely it is known.
 */
export const checkTimes = (eventAt: KnownTime, discoveredAt: KnownTime, at: Instant): void => {
  const [happened, discovered, reported] = [eventAt.value, discoveredAt.value, at].map(Date.parse) as [
    number,
    number,
    number,
  ];
  if (happened > reported) refuse('safety-event/in-the-future', 'It cannot have happened after now.', 'eventAt');
  if (discovered > reported)
    refuse('safety-event/reported-before-discovery', 'It cannot be reported before it was discovered.', 'discoveredAt');
  if (discovered + SLACK[discoveredAt.precision] < happened - SLACK[eventAt.precision])
    refuse(
      'safety-event/discovered-before-it-happened',
      'It cannot have been discovered before it happened.',
      'discoveredAt',
    );
};

/** What follows a safety event cannot come before it, as far as its stated precision tells. */
export const checkOrder = (eventAt: KnownTime, at: Instant, field = 'at'): void => {
  if (Date.parse(at) < Date.parse(eventAt.value) - SLACK[eventAt.precision])
    refuse('safety-event/before-it-happened', 'This cannot have been before it happened.', field);
};
