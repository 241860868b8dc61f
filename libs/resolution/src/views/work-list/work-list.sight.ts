import type { SelectQueryBuilder } from 'typeorm';
import { DueListRow } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import { WorkListRow } from './work-list.row.js';

/** As of when, since when a case is new, who asks, and of which kinds of clocks they are shown nothing. */
export interface Bounds {
  readonly now: Instant;
  readonly newSince: Instant;
  readonly me: string;
  readonly hidden: readonly string[];
}

/** The states in which nobody here has anything more to do with a case. */
export const ENDED = ['closed', 'transferred', 'merged', 'withdrawn'] as const;
export const OVER = `(${ENDED.map((status) => `'${status}'`).join(', ')})`;

/** Until when the most pressing step of a case is owed; after everything else where no clock runs. */
export const PRESSING = `coalesce(clock.due_at, '9999-12-31T00:00:00Z')`;

/** Which of the `CLOCK_STANDS` a case is in; a day ends at its facility. */
export const CLOCK = `case
  when clock.stream is null then 'none'
  when clock.due_at is null then 'paused'
  when clock.due_at < cast(:now as timestamptz) then 'late'
  when clock.due_at < (date_trunc('day', cast(:now as timestamptz) at time zone line.zone) + interval '1 day')
    at time zone line.zone then 'due_today'
  else 'later' end`;

/** Whether the asker answers for a case or is on its team. */
export const isOnTeam = 'line.team @> cast(:mine as jsonb)';

/** Whether a case is the asker's: it is their team's, or they are the liaison's cover now. */
export const isMine = `(${isOnTeam} or (line.cover = :me and :now between line.coverFrom and line.coverUntil))`;

/** The cases of an organization, each beside the most pressing of its open clocks that the asker may see, by the due list. */
export const casesAsOf = (tx: Tx, org: string, bounds: Bounds): SelectQueryBuilder<WorkListRow> =>
  tx.manager
    .createQueryBuilder(WorkListRow, 'line')
    .leftJoin(
      (clocks) =>
        clocks
          .select('due.stream', 'stream')
          .addSelect(`min(due.dueAt) filter (where due.state <> 'paused')`, 'due_at')
          .from(DueListRow, 'due')
          .where(`due.org = :org and due.category = 'resolution-case' and due.open`)
          .andWhere('due.kind <> all(cast(:hidden as text[]))')
          .groupBy('due.stream'),
      'clock',
      `clock.stream = 'resolution-case-' || line.id`,
    )
    .where('line.org = :org')
    .setParameters({ ...bounds, org, mine: JSON.stringify([bounds.me]) });
