import type { Instant } from '#kernel/core';
import { SlowConcern } from './slow-concern.examples.js';
import type { SlowCase } from './slow-judge.examples.js';
import { SlowLog, type Told } from './slow-log.examples.js';
import { SlowSafetyEvent } from './slow-safety-event.examples.js';

export type { SlowCase } from './slow-judge.examples.js';

/**
 * The measures once more, slowly and in another way: no fold and no state, each measure looks through the raw list of
 * events for itself. Days are stepped through one by one with Intl, holidays are a list of dates.
 */
export const slowly = (events: readonly Told[], now: Instant): SlowCase[] => {
  const log = new SlowLog(events);
  return events.flatMap(({ type, stream }) => {
    const id = stream.slice(-36);
    if (type === 'SafetyEventReported') return new SlowSafetyEvent(log, id, now).cases();
    return type === 'ConcernSubmitted' ? new SlowConcern(log, id, now).cases() : [];
  });
};
