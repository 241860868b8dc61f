import { clockedStreams } from '#kernel/clocks';
import { LEADER_GROUPS } from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';

/** The clocks of a safety event (domain.md 8.2: DL-08; product.md 2.1: feedback to the reporter). */
export const safetyEventClocks = clockedStreams<SafetyEventFact>({
  category: 'safety-event',
  owners: {
    SafetyEventAssigned: ({ data }) => data.owner,
    SafetyEventRedirected: ({ data }) => data.owner,
  },
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
      stops: { ReporterFeedbackGiven: ({ data }) => data.givenAt },
    },
  ],
});
