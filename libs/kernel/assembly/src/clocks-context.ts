import {
  type ClockedStreams,
  clockNotices,
  clocksCatalogue,
  dueList,
  dueListMigration,
  pressingClocksMigration,
  reservedStreams,
  tendingAutomation,
} from '#kernel/clocks';
import type { Context } from './contexts.js';

/** The clocks that contexts declare on their streams. */
export const clockedStreamsOf = (contexts: readonly Context[]): readonly ClockedStreams[] =>
  contexts.flatMap(({ clocks = [] }) => clocks);

/** The kinds of streams that only people of one role may hear of: nothing of them leaves, not even what rides on them. */
export const reservedStreamsOf = (contexts: readonly Context[]) => reservedStreams(clockedStreamsOf(contexts));

/**
 * What the kernel brings for the clocks of these contexts, as if it were one context more: the due list, the notices,
 * and one automation for each kind of stream. Where no clock is declared, nobody reads for them.
 */
export const clocksContextOf = (contexts: readonly Context[]): Context => {
  const clocked = clockedStreamsOf(contexts);
  const stored = {
    name: 'clocks',
    catalogue: clocksCatalogue,
    migrations: [dueListMigration, pressingClocksMigration],
  };
  if (clocked.length === 0) return { ...stored, projections: [] };
  return {
    ...stored,
    projections: [dueList],
    readers: [clockNotices(reservedStreams(clocked))],
    automations: clocked.map(tendingAutomation),
  };
};

/** These contexts, and what the kernel adds for their clocks. */
export const withClocks = (contexts: readonly Context[]): readonly Context[] => [
  clocksContextOf(contexts),
  ...contexts,
];
