import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Database } from '#kernel/platform';
import { withheldStreams } from '#kernel/readers';
import type { CaseState } from '../../resolution-case/resolution-case.codes.js';
import { workList } from './work-list.projection.js';
import type { Standing } from './work-list.request.js';
import { WorkListRow } from './work-list.row.js';

/** Which cases to list; every part narrows, and `from` goes on after a line that was already seen. */
export interface WorkListFilter {
  readonly standing?: Standing;
  readonly status?: CaseState;
  readonly facilityId?: string;
  readonly owner?: string;
  readonly safetyEventId?: string;
  readonly from?: { readonly identifiedAt: string; readonly id: string };
  readonly limit: number;
}

/** A page of the list, whether another one follows, and how many cases the whole list is behind with. */
export interface WorkListLines {
  readonly rows: readonly WorkListRow[];
  readonly more: boolean;
  readonly withheld: number;
}

/** The resolution cases that the caller may see, latest identified first. */
export class ListCases extends Query<WorkListLines> {
  constructor(
    readonly filter: WorkListFilter,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

/** Filters that compare one column with one value. */
const EQUALS = ['status', 'facilityId', 'owner', 'safetyEventId'] as const;
const ENDED = `('closed', 'withdrawn')`;

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  constructor(private readonly db: Database) {}

  execute({ filter, caller, read }: ListCases): Promise<WorkListLines> {
    return this.db.inOrg(caller.org, async (tx) => {
      const { org, grant, personId } = caller;
      const lines = tx.manager.createQueryBuilder(WorkListRow, 'line').where('line.org = :org', { org });
      for (const column of EQUALS)
        if (filter[column] !== undefined) lines.andWhere(`line.${column} = :${column}`, { [column]: filter[column] });
      const { standing = filter.status ? 'all' : 'open' } = filter;
      if (standing !== 'all') lines.andWhere(`line.status ${standing === 'open' ? 'not in' : 'in'} ${ENDED}`);
      if (filter.from)
        lines.andWhere('(line.identifiedAt, line.id) < (:fromAt, :fromId)', {
          fromAt: filter.from.identifiedAt,
          fromId: filter.from.id,
        });
      if (grant.scope === 'own') lines.andWhere('line.team @> :me::jsonb', { me: JSON.stringify([personId]) });
      const found = await lines
        .orderBy('line.identifiedAt', 'DESC')
        .addOrderBy('line.id', 'DESC')
        .take(filter.limit + 1) // one line more than the page holds tells whether another page follows
        .getMany();
      const rows = found.slice(0, filter.limit);
      await auditRead(tx, caller, { ...read, streams: rows.map(({ id }) => `resolution-case-${id}`) });
      const withheld = grant.scope === 'all' ? (await withheldStreams(tx, workList, org)).size : 0;
      return { rows, more: found.length > rows.length, withheld };
    });
  }
}
