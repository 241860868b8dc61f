import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { type DeadlineState, DueListRow, dueList } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import { Database } from '#kernel/platform';
import { withheldStreams } from '#kernel/readers';
import type { Standing } from './due-list.request.js';
import { mayHear, reservedFor } from './reserved.js';

/** Which deadlines to list; every part narrows, and `from` goes on after a line that was already seen. */
export interface DueListFilter {
  readonly standing?: Standing;
  readonly state?: DeadlineState;
  readonly owner?: string;
  readonly kind?: string;
  readonly category?: string;
  readonly facilityId?: string;
  /** Only what was due before this time and is not done. */
  readonly lateAt?: Instant;
  readonly dueBefore?: Instant;
  readonly from?: { readonly at: Instant; readonly id: string };
  readonly limit: number;
}

/** A page of the list, whether another one follows, and how many records the whole list is behind with. */
export interface DueListLines {
  readonly rows: readonly DueListRow[];
  readonly more: boolean;
  readonly withheld: number;
}

/** The deadlines that the caller may see, the next due first. */
export class ListDeadlines extends Query<DueListLines> {
  constructor(
    readonly filter: DueListFilter,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

/** Filters that compare one column with one value. */
const EQUALS = ['state', 'owner', 'kind', 'category', 'facilityId'] as const;

@QueryHandler(ListDeadlines)
export class ListDeadlinesHandler implements IQueryHandler<ListDeadlines> {
  constructor(private readonly db: Database) {}

  execute({ filter, caller, read }: ListDeadlines): Promise<DueListLines> {
    return this.db.inOrg(caller.org, async (tx) => {
      const { org, grant } = caller;
      const lines = tx.manager.createQueryBuilder(DueListRow, 'line').where('line.org = :org', { org });
      for (const column of EQUALS)
        if (filter[column] !== undefined) lines.andWhere(`line.${column} = :${column}`, { [column]: filter[column] });
      const { standing = filter.state ? 'all' : 'open' } = filter;
      if (standing !== 'all') lines.andWhere(standing === 'open' ? 'line.open' : 'not line.open');
      if (filter.lateAt)
        lines.andWhere(`line.open and line.state <> 'paused' and line.dueAt < :lateAt`, { lateAt: filter.lateAt });
      if (filter.dueBefore) lines.andWhere('line.dueAt < :dueBefore', { dueBefore: filter.dueBefore });
      if (filter.from) lines.andWhere('(line.dueAt, line.id) > (:at, :id)', filter.from);
      narrowToVisible(lines, caller);
      const found = await lines
        .orderBy('line.dueAt')
        .addOrderBy('line.id')
        .take(filter.limit + 1) // one line more than the page holds tells whether another page follows
        .getMany();
      const rows = found.slice(0, filter.limit);
      await auditRead(tx, caller, { ...read, streams: [...new Set(rows.map(({ stream }) => stream))] });
      const withheld =
        grant.scope === 'all'
          ? [...(await withheldStreams(tx, dueList, org))].filter((stream) => mayHear(caller, stream)).length
          : 0;
      return { rows, more: found.length > rows.length, withheld };
    });
  }
}

/** Only what the caller may hear of: their own or all of the organization's, and what is kept for people of their roles. */
const narrowToVisible = (lines: SelectQueryBuilder<DueListRow>, { grant, personId, roles }: Caller): void => {
  const { all, theirs } = reservedFor(roles);
  lines.andWhere(
    new Brackets((either) => {
      if (theirs.length > 0) either.where('line.category in (:...theirs)', { theirs });
      if (!grant.labels.includes('OPER')) return;
      const usual = all.length > 0 ? 'line.category not in (:...all)' : 'true';
      either.orWhere(grant.scope === 'own' ? `(${usual} and line.owner = :me)` : usual, { all, me: personId });
    }),
  );
};

/** The stream that a deadline of the organization rides on, if there is such a deadline that the caller may hear of. */
export class StreamOfDeadline extends Query<string | undefined> {
  constructor(
    readonly caller: Pick<Caller, 'org' | 'roles'>,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(StreamOfDeadline)
export class StreamOfDeadlineHandler implements IQueryHandler<StreamOfDeadline> {
  constructor(private readonly db: Database) {}

  async execute({ caller, id }: StreamOfDeadline): Promise<string | undefined> {
    const { org } = caller;
    const row = await this.db.inOrg(org, ({ manager }) => manager.findOneBy(DueListRow, { org, id }));
    return row && mayHear(caller, row.stream) ? row.stream : undefined;
  }
}
