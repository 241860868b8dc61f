import type { Instant, Label } from '#kernel/core';
import { present } from '#kernel/readers';
import { nextSteps } from './next-steps.js';
import type { WorkListLine } from './work-list.body.js';
import { NOT_DUE, type WorkListRow } from './work-list.row.js';

/** A row as its reader may see it, with what it waits for as of `now`. */
export const lineOf = (row: WorkListRow, labels: readonly Label[], now: Instant): WorkListLine => {
  const kept = present(row);
  const { id, identifiedAt, requestedAt, lastMovedAt, revision } = kept;
  if (!labels.includes('OPER')) return { id, identifiedAt, requestedAt, lastMovedAt, revision };
  const { org, position, zone, members, heldFrom, holdDueAt, determinationDueAt, resolutionDueAt, dueAt, ...line } =
    kept;
  return { ...line, ...(dueAt !== NOT_DUE && { dueAt }), next: nextSteps(kept, now) };
};
