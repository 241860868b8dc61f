import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { SelectQueryBuilder } from 'typeorm';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { DueListRow } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import { Database } from '#kernel/platform';
import { withheldStreams } from '#kernel/readers';
import { safetyEventList } from '../../lines/safety-event-list.projection.js';
import { ENDED, SafetyEventListRow } from '../../lines/safety-event-list.row.js';
import { goOn, ORDERED, type Seen } from './safety-event-list.order.js';
import type { SafetyEventListQuery } from './safety-event-list.request.js';

/** Which safety events to list; every part narrows, and `from` goes on after a line that was already seen. */
export interface SafetyEventFilter extends Omit<SafetyEventListQuery, 'cursor' | 'after' | 'late'> {
  readonly from?: Seen;
  /** Only those of which something was due before, and is not done. */
  readonly lateAt?: Instant;
}

/** A page of the list, whether another one follows, and how many records the whole list is behind with. */
export interface SafetyEventLines {
  readonly rows: readonly SafetyEventListRow[];
  readonly more: boolean;
  readonly withheld: number;
}

/** The safety events that the caller may see, in the order that is asked for. */
export class ListSafetyEvents extends Query<SafetyEventLines> {
  constructor(
    readonly filter: SafetyEventFilter,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

/** Filters that compare one column with one value. */
const EQUALS = [
  'status',
  'eventClass',
  'harmed',
  'harm',
  'harmSeverity',
  'harmReported',
  'facilityId',
  'unitId',
  'source',
  'confidentiality',
  'workforceKind',
  'owner',
] as const satisfies readonly (keyof SafetyEventFilter & keyof SafetyEventListRow)[];

/** Filters that compare a time. */
const TIMES = [
  ['eventFrom', 'line.eventAt >= :eventFrom'],
  ['eventBefore', 'line.eventAt < :eventBefore'],
  ['reportedFrom', 'line.reportedAt >= :reportedFrom'],
  ['reportedBefore', 'line.reportedAt < :reportedBefore'],
] as const satisfies readonly (readonly [keyof SafetyEventFilter, string])[];

const OVER = `(${ENDED.map((status) => `'${status}'`).join(', ')})`;

@QueryHandler(ListSafetyEvents)
export class ListSafetyEventsHandler implements IQueryHandler<ListSafetyEvents> {
  constructor(private readonly db: Database) {}

  execute({ filter, caller, read }: ListSafetyEvents): Promise<SafetyEventLines> {
    return this.db.inOrg(caller.org, async (tx) => {
      const { org, grant, personId } = caller;
      const lines = tx.manager.createQueryBuilder(SafetyEventListRow, 'line').where('line.org = :org', { org });
      narrow(lines, filter, personId);
      if (grant.scope === 'own') lines.andWhere('line.reporter = :personId', { personId });
      if (filter.from) goOn(lines, filter.from);
      for (const [column, way] of ORDERED[filter.order ?? 'newest']) lines.addOrderBy(column, way);
      const found = await lines
        .take(filter.limit + 1) // one line more than the page holds tells whether another page follows
        .getMany();
      const rows = found.slice(0, filter.limit);
      await auditRead(tx, caller, { ...read, streams: rows.map(({ id }) => `safety-event-${id}`) });
      // Whose records they are is not known: a reporter is told of none.
      const withheld = grant.scope === 'all' ? (await withheldStreams(tx, safetyEventList, org)).size : 0;
      return { rows, more: found.length > rows.length, withheld };
    });
  }
}

const narrow = (lines: SelectQueryBuilder<SafetyEventListRow>, filter: SafetyEventFilter, personId: string): void => {
  for (const column of EQUALS)
    if (filter[column] !== undefined) lines.andWhere(`line.${column} = :${column}`, { [column]: filter[column] });
  for (const [name, condition] of TIMES) if (filter[name]) lines.andWhere(condition, { [name]: filter[name] });
  const { standing = 'all', category, flag, mine, reviewRequired, hasFeedback } = filter;
  if (standing !== 'all') lines.andWhere(`line.status ${standing === 'open' ? 'not in' : 'in'} ${OVER}`);
  // Where they are not asked for, duplicates are told of by the one that they go on in.
  if (!filter.merged && filter.status !== 'merged') lines.andWhere(`line.status <> 'merged'`);
  if (category)
    lines.andWhere('(line.category = :category or line.furtherCategories @> :categories::jsonb)', {
      category,
      categories: JSON.stringify([category]),
    });
  if (flag) lines.andWhere(`line.flags <> '[]' and line.flags @> :flags::jsonb`, { flags: JSON.stringify([flag]) });
  if (filter.lateAt) lines.andWhere(`exists ${lateOnes(lines)}`, { lateAt: filter.lateAt });
  if (mine) lines.andWhere('line.owner = :me', { me: personId });
  if (reviewRequired) lines.andWhere(`line.reviewRequired is ${reviewRequired === 'true' ? 'not ' : ''}null`);
  if (hasFeedback) lines.andWhere(`line.feedback ${hasFeedback === 'true' ? '>' : '='} 0`);
};

/** Clocks of a line's stream that have run out: what is paused is not late. */
const lateOnes = (lines: SelectQueryBuilder<SafetyEventListRow>): string =>
  lines
    .subQuery()
    .select('1')
    .from(DueListRow, 'due')
    .where(`due.org = line.org and due.stream = 'safety-event-' || line.id and due.open and due.state <> 'paused'`)
    .andWhere('due.dueAt < :lateAt')
    .getQuery();
