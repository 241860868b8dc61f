import type { Instant, Recorded } from '#kernel/core';
import type { ConcernSubject } from '../../subject/concern.js';
import type { SafetyEventSubject } from '../../subject/safety-event.js';
import type { Merged, Told } from '../../subject/told.js';
import type { SubjectRow } from './measure-subject.row.js';

/** When it was by the event's own word, else by its envelope. */
export const told = ({ occurredAt, recordedAt, position }: Recorded, at: Instant = occurredAt): Told => ({
  at,
  recordedAt,
  position,
});

/** It goes on under another one, from this event on. */
export const mergedInto = (event: Recorded, into: string): Merged => ({ ...told(event), into });

/** A row of which nothing follows yet: that is settled when the batch is folded. */
export const begun = (event: Recorded, facilityId: string, subject: SubjectRow['subject']): SubjectRow => ({
  kind: subject.kind,
  facilityId,
  subject,
  bonds: [],
  facts: [],
  counts: [],
  position: event.position,
});

/** What an event changes in what is known of a safety event. */
export const ofSafetyEvent = (
  { position }: Recorded,
  row: SubjectRow | undefined,
  change: (subject: SafetyEventSubject) => Partial<SafetyEventSubject>,
): SubjectRow | undefined =>
  row?.subject.kind === 'safety-event'
    ? { ...row, subject: { ...row.subject, ...change(row.subject) }, position }
    : undefined;

/** What an event changes in what is known of a concern. */
export const ofConcern = (
  { position }: Recorded,
  row: SubjectRow | undefined,
  change: (subject: ConcernSubject) => Partial<ConcernSubject>,
): SubjectRow | undefined =>
  row?.subject.kind === 'concern'
    ? { ...row, subject: { ...row.subject, ...change(row.subject) }, position }
    : undefined;
