import type { Recorded } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { DeadlineFact } from '../deadline/deadline.events.js';
import { evolveDeadline, isOpen, nextWakeAt } from '../deadline/deadline.rules.js';
import { DueListRow } from './due-list.row.js';

type Line = Omit<DueListRow, 'org' | 'id'>;

/** The line of a deadline after one more of its facts. */
const moved = (event: Recorded<DeadlineFact>, line: Line | undefined): Line | undefined => {
  const fact = { type: event.type, data: event.data } as DeadlineFact;
  const deadline = evolveDeadline(line?.deadline, fact);
  if (!deadline) return undefined;
  const { stream, meta, revision, position } = event;
  const { kind, state, owner, tells, lifeAtRisk, bornOverdue, unverified, startsAt, dueAt, limitAt, metAt } = deadline;
  return {
    stream,
    category: stream.slice(0, -37),
    kind,
    facilityId: line?.facilityId ?? meta.facility,
    state,
    open: isOpen(deadline),
    owner,
    tells,
    lifeAtRisk,
    bornOverdue,
    unverified,
    startsAt,
    dueAt,
    limitAt,
    metAt,
    nextWakeAt: nextWakeAt(deadline),
    deadline,
    revision,
    position,
  };
};

/** Every deadline of every stream, with what is next to happen to it. */
export const dueList = projection<DueListRow, DeadlineFact>({
  name: 'clocks.due-list',
  version: 1,
  row: DueListRow,
  key: ({ data }) => data.deadlineId,
  on: {
    DeadlineStarted: moved,
    DeadlinePaused: moved,
    DeadlineResumed: moved,
    DeadlineExtended: moved,
    DeadlineMet: moved,
    DeadlineMissed: moved,
    DeadlineWaived: moved,
    DeadlineCancelled: moved,
    DeadlineRecomputed: moved,
    DeadlineReminded: moved,
    DeadlineAssigned: moved,
  },
});
