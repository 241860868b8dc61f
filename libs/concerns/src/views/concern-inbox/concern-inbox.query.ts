import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { SelectQueryBuilder } from 'typeorm';
import { auditRead, type Caller, type Read } from '#kernel/access';
import type { Instant } from '#kernel/core';
import { Database } from '#kernel/platform';
import { withheldStreams } from '#kernel/readers';
import type { ConcernCategory, ConcernChannel, ConcernState } from '../../concern/concern.codes.js';
import { concernInbox } from './concern-inbox.projection.js';
import type { Order, Standing } from './concern-inbox.request.js';
import { ConcernInboxRow } from './concern-inbox.row.js';

/** Which concerns to list; every part narrows, and `from` goes on after a line that was already seen. */
export interface ConcernFilter {
  readonly standing?: Standing;
  readonly status?: ConcernState;
  readonly facilityId?: string;
  readonly owner?: string;
  readonly grievance?: boolean;
  readonly category?: ConcernCategory;
  readonly channel?: ConcernChannel;
  readonly language?: string;
  readonly stillAtRisk?: boolean;
  /** Absent: what came in a flood stays out, unless somebody is at risk. */
  readonly quarantined?: boolean | 'all';
  readonly safetyEventId?: string;
  readonly order: Order;
  /** Only concerns in which something was due before this time. */
  readonly dueBefore?: Instant;
  /** By the time that the order goes by. */
  readonly from?: { readonly at: Instant; readonly id: string };
  readonly limit: number;
}

/** A page of the inbox, whether another one follows, and how many concerns the whole list is behind with. */
export interface ConcernLines {
  readonly rows: readonly ConcernInboxRow[];
  readonly more: boolean;
  readonly withheld: number;
}

/** The concerns that the caller may see, in the order that is asked for. */
export class ListConcerns extends Query<ConcernLines> {
  constructor(
    readonly filter: ConcernFilter,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

/** Filters that compare one column with one value. */
const EQUALS = [
  'status',
  'facilityId',
  'owner',
  'grievance',
  'category',
  'channel',
  'language',
  'stillAtRisk',
  'safetyEventId',
] as const;

/** By which column each order goes, and what comes after a line in it. */
export const ORDERED = {
  due: { by: 'dueAt', way: 'ASC', goesOn: '>' },
  newest: { by: 'receivedAt', way: 'DESC', goesOn: '<' },
} as const satisfies Record<Order, object>;

@QueryHandler(ListConcerns)
export class ListConcernsHandler implements IQueryHandler<ListConcerns> {
  constructor(private readonly db: Database) {}

  execute({ filter, caller, read }: ListConcerns): Promise<ConcernLines> {
    return this.db.inOrg(caller.org, async (tx) => {
      const { org, grant, personId } = caller;
      const lines = tx.manager.createQueryBuilder(ConcernInboxRow, 'line').where('line.org = :org', { org });
      narrow(lines, filter);
      const { by, way, goesOn } = ORDERED[filter.order];
      if (filter.from) lines.andWhere(`(line.${by}, line.id) ${goesOn} (:at, :id)`, filter.from);
      if (grant.scope === 'own') lines.andWhere('line.owner = :personId', { personId });
      const found = await lines
        .orderBy(`line.${by}`, way)
        .addOrderBy('line.id', way)
        .take(filter.limit + 1) // one line more than the page holds tells whether another page follows
        .getMany();
      const rows = found.slice(0, filter.limit);
      await auditRead(tx, caller, { ...read, streams: rows.map(({ id }) => `concern-${id}`) });
      const withheld = grant.scope === 'all' ? (await withheldStreams(tx, concernInbox, org)).size : 0;
      return { rows, more: found.length > rows.length, withheld };
    });
  }
}

const narrow = (lines: SelectQueryBuilder<ConcernInboxRow>, filter: ConcernFilter): void => {
  for (const column of EQUALS)
    if (filter[column] !== undefined) lines.andWhere(`line.${column} = :${column}`, { [column]: filter[column] });
  const { standing = filter.status ? 'all' : 'open', quarantined } = filter;
  if (standing !== 'all') lines.andWhere('line.open = :open', { open: standing === 'open' });
  if (quarantined === undefined) lines.andWhere('(not line.quarantined or line.stillAtRisk)');
  else if (quarantined !== 'all') lines.andWhere('line.quarantined = :quarantined', { quarantined });
  if (filter.dueBefore) lines.andWhere('line.dueAt < :dueBefore', filter);
};
