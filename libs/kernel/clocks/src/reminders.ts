import type { Instant } from '#kernel/core';
import type { ClockKind } from './deadline/deadline.codes.js';
import type { Pause, Reminders } from './deadline/deadline.rules.js';
import { beginningOf, localDay } from './local-day.js';

/** By this share of their time elapsed clocks remind a second time. */
const NEARLY = 3 / 4;
const ELAPSED: readonly ClockKind[] = ['MINUTES', 'HOURS'];

/**
 * When people are reminded (product.md 2.8): at half of the time that the clock runs, and when it is nearly over: as the
 * last local day begins, or, for minutes and hours, when three quarters have passed. A reminder that would not come
 * after the start, or a first one that would not come before the second, is left out.
 */
export const remindersOf = (
  { startsAt, clock, zone, pauses }: { startsAt: Instant; clock: ClockKind; zone: string; pauses: readonly Pause[] },
  dueAt: Instant,
): Reminders => {
  const still = pauses.flatMap(({ from, to }) =>
    to === undefined ? [] : [{ from: Date.parse(from), to: Date.parse(to) }],
  );
  const running = (share: number): Instant => afterShare(Date.parse(startsAt), Date.parse(dueAt), still, share);
  const due = ELAPSED.includes(clock) ? running(NEARLY) : beginningOf(localDay(dueAt, zone), zone);
  const half = running(1 / 2);
  const ends = due > startsAt ? due : dueAt;
  return { ...(half > startsAt && half < ends && { half }), ...(due > startsAt && { due }) };
};

/** When a clock has run for a share of the time that it runs in all. */
const afterShare = (
  start: number,
  due: number,
  pauses: readonly { readonly from: number; readonly to: number }[],
  share: number,
): Instant => {
  const within = pauses
    .map(({ from, to }) => ({ from: Math.max(from, start), to: Math.min(to, due) }))
    .filter(({ from, to }) => from < to);
  const all = within.reduce((left, { from, to }) => left - (to - from), due - start);
  let at = start + Math.floor(all * share);
  for (const { from, to } of within) if (from < at) at += to - from;
  return new Date(at).toISOString();
};
