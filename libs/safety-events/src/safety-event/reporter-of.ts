import type { Recorded } from '#kernel/core';
import type { SafetyEventFact } from './safety-event.events.js';

/** Who reported, by the facts of a safety event themselves; nothing where nobody is known. */
export const reporterOf = (events: readonly Recorded[]): string | undefined => {
  const first = events[0] as SafetyEventFact | undefined;
  return first?.type === 'SafetyEventReported' ? first.data.reporter : undefined;
};
