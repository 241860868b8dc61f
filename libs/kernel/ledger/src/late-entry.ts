import { type Instant, Refusal } from '#kernel/core';
import type { Envelope } from './envelope.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How far a caller's clock may be ahead of ours. */
const AHEAD = 5 * MINUTE;
/** Older than this, an entry says why it is late. */
const LATE = DAY;
/** Older than this, somebody else approves it. */
const VERY_LATE = 30 * DAY;

/**
 * INV-02 (domain.md 8.14): nothing is recorded from the future; what is recorded more than a day after it happened says
 * why, and more than thirty days after, names a second person who approved it. Answers the refusal, or nothing.
 */
export const lateEntryRefusal = (
  { occurredAt, actor, meta }: Pick<Envelope, 'occurredAt' | 'actor' | 'meta'>,
  now: Instant,
): Refusal | undefined => {
  if (occurredAt === undefined) return undefined;
  const age = Date.parse(now) - Date.parse(occurredAt);
  if (age < -AHEAD) return new Refusal('envelope/in-the-future', 'This time is still to come.', 'occurredAt');
  if (age > LATE && meta?.reasonCode === undefined)
    return new Refusal('envelope/late-without-reason', 'Say why this is entered more than a day late.', 'reasonCode');
  if (age > VERY_LATE && (meta?.approver === undefined || meta.approver === actor.id))
    return new Refusal(
      'envelope/late-without-approver',
      'Entries more than thirty days late need the approval of another person.',
      'approver',
    );
  return undefined;
};
