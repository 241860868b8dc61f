import { clockedStreams } from '#kernel/clocks';
import type { ConcernFact } from './concern.events.js';
import { isFullAnswer } from './full-answer.rules.js';

type Submitted = Extract<ConcernFact, { type: 'ConcernSubmitted' }>;

/** Whether the submitter can be told that it is in hand. */
const reachable = ({ data }: { data: Submitted['data'] }): boolean => data.reachable && data.mayContact;

/** After these nobody waits for an answer any more; danger is still owed. */
const over = {
  ConcernWithdrawn: () => true,
  ConcernMerged: () => true,
  ConcernMarkedSpam: () => true,
  ConcernClosed: () => true,
  ConcernRedirected: () => true,
} as const;

/** The clocks of a concern (domain.md 8.2: DL-19 to DL-21, and 7.6), counted from when it was received. */
export const concernClocks = clockedStreams<ConcernFact>({
  category: 'concern',
  owners: { ConcernTriaged: ({ data }) => data.owner, ConcernAssigned: ({ data }) => data.owner },
  rules: [
    {
      kind: 'DL-19',
      starts: { ConcernSubmitted: ({ data }) => (data.stillAtRisk ? data.receivedAt : undefined) },
      stops: { UrgentSafetyActionTaken: ({ data }) => data.takenAt },
      cancels: { ConcernMarkedSpam: () => true },
    },
    {
      kind: 'DL-20',
      starts: { ConcernSubmitted: (event) => (reachable(event) ? event.data.receivedAt : undefined) },
      stops: { ConcernAcknowledged: ({ data }) => (data.human ? data.acknowledgedAt : undefined) },
      cancels: over,
    },
    {
      kind: 'DL-21',
      starts: { ConcernClassified: ({ data }) => data.grievanceSince },
      stops: {
        ConcernResponded: ({ data }) => (isFullAnswer(data) ? data.respondedAt : undefined),
        DelayNoticeSent: ({ data }) => data.sentAt,
      },
      cancels: { ConcernWithdrawn: () => true, ConcernMerged: () => true },
    },
    {
      kind: 'CN-01',
      starts: { ConcernSubmitted: (event) => (reachable(event) ? event.data.receivedAt : undefined) },
      stops: { ConcernResponded: ({ data }) => data.respondedAt },
      cancels: over,
    },
  ],
});
