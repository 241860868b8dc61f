import { caseClocks } from './case-clocks.js';
import type { ClockDefinition } from './definition.js';
import { eventClocks } from './event-clocks.js';
import { otherClocks } from './other-clocks.js';

/** Every kind of clock as it ships, by its id. */
export const defaultDefinitions: readonly ClockDefinition[] = [...caseClocks, ...eventClocks, ...otherClocks].sort(
  (a, b) => (a.kind < b.kind ? -1 : 1),
);
