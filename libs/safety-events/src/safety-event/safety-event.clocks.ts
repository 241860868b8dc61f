import { clockedStreams } from '#kernel/clocks';
import type { DomainEvent } from '#kernel/core';
import { LEADER_GROUPS } from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';

/** What stops or ends these clocks, and is told by steps of this record that are no facts here yet. */
type Told =
  | SafetyEventFact
  | DomainEvent<'ReporterFeedbackGiven'>
  | DomainEvent<'SafetyEventMerged'>
  | DomainEvent<'SafetyEventUnmerged'>;

/** The clocks of a safety event (domain.md 8.2: DL-08; product.md 2.1: feedback to the reporter). */
export const safetyEventClocks = clockedStreams<Told>({
  category: 'safety-event',
  ends: { SafetyEventVoided: () => true, SafetyEventMerged: () => true },
  revives: { SafetyEventUnmerged: () => true },
  rules: [
    {
      kind: 'DL-08',
      starts: { SafetyEventConfirmed: ({ data, occurredAt }) => (data.serious ? occurredAt : undefined) },
      stops: { LeadershipNotified: ({ data }) => data.notifiedAt },
      parts: { all: LEADER_GROUPS, of: { LeadershipNotified: ({ data }) => data.group } },
    },
    {
      kind: 'FB-01',
      starts: { SafetyEventReported: ({ data, occurredAt }) => (data.reporter === undefined ? undefined : occurredAt) },
      stops: { ReporterFeedbackGiven: ({ occurredAt }) => occurredAt },
    },
  ],
});
