import { In } from 'typeorm';
import type { Instant } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import type { DeadlineState } from '../deadline/deadline.codes.js';
import { DueListRow } from './due-list.row.js';

/** A deadline that somebody still has something to do about, as lists of records show it. */
export interface OpenDeadline {
  /** `<category>-<uuid>`: the record that it runs on. */
  readonly stream: string;
  readonly id: string;
  /** As in `DL-19`. */
  readonly kind: string;
  /** What it is about, where a record has several clocks of one kind. */
  readonly subject?: string;
  /** `running`, `paused`, or `missed`: late and not done. */
  readonly state: DeadlineState;
  readonly startsAt: Instant;
  /** The last instant that is in time. */
  readonly dueAt: Instant;
  readonly owner?: string;
}

/**
 * What is still to be done on some records of an organization, by the due list, the next due first. Every list of
 * records asks here, and counts no due time itself: so what it shows is what fires, pauses and extensions included. The
 * list may be some moments behind the records.
 */
export const openDeadlines = async (
  { manager }: Pick<Tx, 'manager'>,
  org: string,
  streams: readonly string[],
): Promise<readonly OpenDeadline[]> => {
  if (streams.length === 0) return [];
  const where = { org, stream: In([...streams]), open: true };
  const rows = await manager.find(DueListRow, { where, order: { dueAt: 'ASC', id: 'ASC' } });
  return rows.map(({ stream, id, kind, state, startsAt, dueAt, owner, deadline: { subject } }) => ({
    stream,
    id,
    kind,
    ...(subject !== undefined && { subject }),
    state,
    startsAt,
    dueAt,
    ...(owner && { owner }),
  }));
};
