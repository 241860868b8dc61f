import type { Instant } from '#kernel/core';
import type { Origin } from '../subject/safety-event.js';

const DAY = 86_400_000;
/** A chart that is reviewed later than this found the harm in retrospect (domain.md 2.3, CRP-02). */
const LONG_AFTER = 30 * DAY;

/** Whether what came to light in this way, and at that time, was found in retrospect. */
export const inRetrospect = ({ found, eventAt }: Origin, at: Instant): boolean =>
  found === 'by-claim' || (found === 'by-chart-review' && Date.parse(at) - Date.parse(eventAt) > LONG_AFTER);
