import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import type { Instant } from '#kernel/core';
import { Database } from '#kernel/platform';
import { withheldStreams } from '#kernel/readers';
import { type Narrowing, narrowed, visible } from './narrowing.js';
import { workList } from './work-list.projection.js';
import type { Order } from './work-list.request.js';
import type { WorkListRow } from './work-list.row.js';

/** Which cases to list; every part narrows, and `from` goes on after a line that was already seen. */
export interface WorkListFilter extends Narrowing {
  readonly order?: Order;
  /** By the time that the order goes by. */
  readonly from?: { readonly at: Instant; readonly id: string };
  readonly limit: number;
}

/** A page of the list, whether another one follows, and how many cases the whole list is behind with. */
export interface WorkListLines {
  readonly rows: readonly WorkListRow[];
  readonly more: boolean;
  readonly withheld: number;
}

/** The resolution cases that the caller may see, in the order that is asked for. */
export class ListCases extends Query<WorkListLines> {
  constructor(
    readonly filter: WorkListFilter,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

/** By which column each order goes, and what comes after a line in it. */
export const ORDERED = {
  newest: { by: 'identifiedAt', way: 'DESC', goesOn: '<' },
  due: { by: 'dueAt', way: 'ASC', goesOn: '>' },
} as const satisfies Record<Order, object>;

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  constructor(private readonly db: Database) {}

  execute({ filter, caller, read }: ListCases): Promise<WorkListLines> {
    return this.db.inOrg(caller.org, async (tx) => {
      const { org, grant } = caller;
      const lines = narrowed(visible(tx, caller), filter, caller);
      const { by, way, goesOn } = ORDERED[filter.order ?? 'newest'];
      if (filter.from) lines.andWhere(`(line.${by}, line.id) ${goesOn} (:at, :id)`, filter.from);
      const found = await lines
        .orderBy(`line.${by}`, way)
        .addOrderBy('line.id', way)
        .take(filter.limit + 1) // one line more than the page holds tells whether another page follows
        .getMany();
      const rows = found.slice(0, filter.limit);
      await auditRead(tx, caller, { ...read, streams: rows.map(({ id }) => `resolution-case-${id}`) });
      const withheld = grant.scope === 'all' ? (await withheldStreams(tx, workList, org)).size : 0;
      return { rows, more: found.length > rows.length, withheld };
    });
  }
}
