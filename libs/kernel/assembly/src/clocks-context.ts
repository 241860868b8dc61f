import { type ClockedStreams, clocksCatalogue } from '#kernel/clocks';
import type { Context } from './contexts.js';

/** The clocks that contexts declare on their streams. */
export const clockedStreamsOf = (contexts: readonly Context[]): readonly ClockedStreams[] =>
  contexts.flatMap(({ clocks = [] }) => clocks);

/** What the kernel brings for the clocks of these contexts, as if it were one context more. */
export const clocksContextOf = (_contexts: readonly Context[]): Context => ({
  name: 'clocks',
  catalogue: clocksCatalogue,
  migrations: [],
  projections: [],
});

/** These contexts, and what the kernel adds for their clocks. */
export const withClocks = (contexts: readonly Context[]): readonly Context[] => [
  clocksContextOf(contexts),
  ...contexts,
];
