import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { SelectQueryBuilder } from 'typeorm';
import { auditRead, type Caller, type Read } from '#kernel/access';
import type { Instant, Label } from '#kernel/core';
import { Database, type Tx } from '#kernel/platform';
import { withheldStreams } from '#kernel/readers';
import { type CaseClock, openClocksOf, streamOf } from '../../case-record/case-deadlines.js';
import { clocksSeen, hiddenClocks } from '../../case-record/clock-sight.js';
import { sightOf, type Whose } from '../../case-record/sight.js';
import { type CountedCases, type CountedOpen, type CountedStatus, countsOf } from './work-list.counts.js';
import { workList } from './work-list.projection.js';
import type { WorkListQuery } from './work-list.request.js';
import { WorkListRow } from './work-list.row.js';
import { type Bounds, CLOCK, casesAsOf, isMine, isOnTeam, OVER, PRESSING } from './work-list.sight.js';

/** Which cases to list; every part narrows, and `from` goes on after a line that was already seen. */
export interface WorkListFilter
  extends Omit<WorkListQuery, 'cursor' | 'after' | 'newSince'>,
    Omit<Bounds, 'me' | 'hidden'> {
  /** By the time that the order goes by. */
  readonly from?: { readonly at: Instant; readonly id: string };
}

/** A line, what its reader sees of it, what its clocks say, and the time that the order goes by. */
export interface ListedCase {
  readonly row: WorkListRow;
  readonly labels: readonly Label[];
  readonly clocks: readonly CaseClock[];
  readonly at: Instant;
}

/** A page of the list, whether another one follows, and how many cases the whole list is behind with. */
export interface WorkListLines {
  readonly cases: readonly ListedCase[];
  readonly more: boolean;
  readonly withheld: number;
  /** On the first page, for those who may see what they count by. */
  readonly counts?: CountedCases;
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

/** Filters that compare one column with one value. */
const EQUALS = ['status', 'facilityId', 'owner', 'safetyEventId'] as const;

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  constructor(private readonly db: Database) {}

  execute({ filter, caller, read }: ListCases): Promise<WorkListLines> {
    const { org, grant, roles, personId } = caller;
    const { now, newSince } = filter;
    const bounds = { now, newSince, me: personId, hidden: hiddenClocks(grant.labels) };
    const cases = (tx: Tx) => {
      const lines = casesAsOf(tx, org, bounds);
      if (grant.scope === 'all') return lines;
      return lines.andWhere(roles.includes('liaison') ? isMine : isOnTeam); // as `sightOf` says of one case
    };
    return this.db.inOrg(org, async (tx) => {
      const { entities, raw } = await paged(narrowed(cases(tx), filter), filter).getRawAndEntities<{
        pressing: Date;
      }>();
      const rows = entities.slice(0, filter.limit);
      const ids = rows.map(({ id }) => id);
      await auditRead(tx, caller, { ...read, streams: ids.map(streamOf) });
      const clocks = await openClocksOf(tx, { org, ids, now });
      const withheld = grant.scope === 'all' ? (await withheldStreams(tx, workList, org)).size : 0;
      const counting = !filter.from && grant.labels.includes('OPER');
      return {
        cases: rows.map((row, index) => {
          const labels = sightOf(caller, whoseOf(row), now) ?? [];
          return {
            row,
            labels,
            clocks: clocksSeen(clocks.get(row.id) ?? [], labels),
            at: filter.order === 'due' ? (raw[index] as { pressing: Date }).pressing.toISOString() : row.identifiedAt,
          };
        }),
        more: entities.length > rows.length,
        withheld,
        ...(counting && { counts: await counted(() => cases(tx), filter) }),
      };
    });
  }
}

const whoseOf = ({ team, cover, coverFrom, coverUntil }: WorkListRow): Whose => ({
  team,
  ...(cover && coverFrom && coverUntil && { cover: { person: cover, from: coverFrom, until: coverUntil } }),
});

const narrowed = (lines: SelectQueryBuilder<WorkListRow>, filter: WorkListFilter): typeof lines => {
  for (const column of EQUALS)
    if (filter[column] !== undefined) lines.andWhere(`line.${column} = :${column}`, { [column]: filter[column] });
  const { standing = filter.status ? 'all' : 'open' } = filter;
  if (standing !== 'all') lines.andWhere(`line.status ${standing === 'open' ? 'not in' : 'in'} ${OVER}`);
  if (filter.new) lines.andWhere('line.begunAt >= :newSince');
  if (filter.late) lines.andWhere(`${CLOCK} = 'late'`);
  if (filter.clock) lines.andWhere(`${CLOCK} = :clock`, { clock: filter.clock });
  if (filter.mine) lines.andWhere(isMine);
  return lines;
};

const paged = (lines: SelectQueryBuilder<WorkListRow>, { order, from, limit }: WorkListFilter): typeof lines => {
  lines.addSelect(PRESSING, 'pressing').limit(limit + 1); // one line more than the page holds tells whether another follows
  if (order === 'due') {
    if (from) lines.andWhere(`(${PRESSING}, line.id) > (:at, :id)`, from);
    return lines.orderBy('pressing', 'ASC').addOrderBy('line.id', 'ASC');
  }
  if (from) lines.andWhere('(line.identifiedAt, line.id) < (:at, :id)', from);
  return lines.orderBy('line.identifiedAt', 'DESC').addOrderBy('line.id', 'DESC');
};

/**
 * Of all that the caller may see, at the facility that is asked for: how many there are of each sort. Clocks are looked at
 * for open cases alone: those that ended are many, and become more.
 */
const counted = async (
  cases: () => SelectQueryBuilder<WorkListRow>,
  { facilityId }: WorkListFilter,
): Promise<CountedCases> => {
  const lines = () => (facilityId ? cases().andWhere('line.facilityId = :facilityId', { facilityId }) : cases());
  const open = await lines()
    .andWhere(`line.status not in ${OVER}`)
    .select(CLOCK, 'clock')
    .addSelect('line.begunAt >= :newSince', 'new')
    .addSelect(isMine, 'mine')
    .addSelect('count(*)::int', 'cases')
    .groupBy('1')
    .addGroupBy('2')
    .addGroupBy('3')
    .getRawMany<CountedOpen>();
  const all = await lines()
    .select('line.status', 'status')
    .addSelect('count(*)::int', 'cases')
    .groupBy('1')
    .getRawMany<CountedStatus>();
  return countsOf(open, all);
};
