import type { SelectQueryBuilder } from 'typeorm';
import type { Caller } from '#kernel/access';
import type { Instant } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import type { CaseState } from '../../resolution-case/resolution-case.codes.js';
import { ENDED_STATES, NEW_STATES } from './standing.js';
import type { Standing } from './work-list.request.js';
import { WorkListRow } from './work-list.row.js';

type Lines = SelectQueryBuilder<WorkListRow>;

/** Which lines; every part that is given must hold. */
export interface Narrowing {
  /** Absent: all where a status is asked for, else those that are open. */
  readonly standing?: Standing;
  readonly status?: CaseState;
  readonly facilityId?: string;
  readonly owner?: string;
  readonly safetyEventId?: string;
  /** Only cases in which something was due before this time. */
  readonly dueBefore?: Instant;
  /** Only cases in which something is due before the day ends on which this time is, where the case is. */
  readonly dueOnDayOf?: Instant;
  /** Only cases that are the reader's own: as owner, liaison or member. */
  readonly mine?: boolean;
  /** Only cases in which nobody has tried to speak with the patient yet. */
  readonly fresh?: boolean;
}

/** Columns that are compared with one value. */
const EQUALS = ['status', 'facilityId', 'owner', 'safetyEventId'] as const;

const among = (states: readonly CaseState[]): string => `(${states.map((one) => `'${one}'`).join(', ')})`;

/** What each part asks of a line, in words that are the same whether lines are listed or counted. */
export const ASKS = {
  open: `line.status not in ${among(ENDED_STATES)}`,
  ended: `line.status in ${among(ENDED_STATES)}`,
  fresh: `line.status in ${among(NEW_STATES)}`,
  mine: 'line.team @> :me::jsonb',
  dueBefore: 'line.dueAt < :dueBefore',
  dueOnDayOf: `line.dueAt < (date_trunc('day', :dueOnDayOf::timestamptz at time zone coalesce(line.zone, 'UTC'))
    + interval '1 day') at time zone coalesce(line.zone, 'UTC')`,
} as const;

/** The reader's own id, as the team of a line is asked for it. */
export const meOf = ({ personId }: Caller): string => JSON.stringify([personId]);

/** The lines that the caller may see. */
export const visible = (tx: Tx, caller: Caller): Lines => {
  const { org, grant } = caller;
  const lines = tx.manager.createQueryBuilder(WorkListRow, 'line').where('line.org = :org', { org });
  return grant.scope === 'own' ? lines.andWhere(ASKS.mine, { me: meOf(caller) }) : lines;
};

/** Those of them that are asked for. */
export const narrowed = (lines: Lines, wanted: Narrowing, caller: Caller): Lines => {
  for (const column of EQUALS)
    if (wanted[column] !== undefined) lines.andWhere(`line.${column} = :${column}`, { [column]: wanted[column] });
  const { standing = wanted.status ? 'all' : 'open', dueBefore, dueOnDayOf } = wanted;
  if (standing !== 'all') lines.andWhere(ASKS[standing]);
  if (dueBefore) lines.andWhere(ASKS.dueBefore, { dueBefore });
  if (dueOnDayOf) lines.andWhere(ASKS.dueOnDayOf, { dueOnDayOf });
  if (wanted.mine) lines.andWhere(ASKS.mine, { me: meOf(caller) });
  return wanted.fresh ? lines.andWhere(ASKS.fresh) : lines;
};
