import type { Instant, Label } from '#kernel/core';
import { present } from '#kernel/readers';
import type { ConcernLine } from './concern-inbox.body.js';
import { type ConcernInboxRow, NOT_DUE } from './concern-inbox.row.js';
import { nextSteps } from './next-steps.js';

/** A row as its reader may see it, with what it waits for as of `now`. */
export const lineOf = (row: ConcernInboxRow, labels: readonly Label[], now: Instant): ConcernLine => {
  const kept = present(row);
  const { id, receivedAt, lastMovedAt, revision } = kept;
  if (!labels.includes('OPER')) return { id, receivedAt, lastMovedAt, revision };
  const {
    org: _org,
    position: _position,
    urgentDueAt: _urgent,
    acknowledgementDueAt: _acknowledgement,
    grievanceDueAt: _grievance,
    answerDueAt: _answer,
    outcomeUntold: _outcome,
    answeredInFull: _answered,
    dueAt,
    ...line
  } = kept;
  return { ...line, ...(dueAt !== NOT_DUE && { dueAt }), next: nextSteps(kept, now) };
};
