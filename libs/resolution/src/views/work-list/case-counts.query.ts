import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Clock } from '#kernel/core';
import { Database } from '#kernel/platform';
import type { CaseState } from '../../resolution-case/resolution-case.codes.js';
import { ASKS, meOf, visible } from './narrowing.js';

/** How many lines the work list has of each kind; those who see no field of a case are told of the open ones only. */
export interface CaseCounts {
  readonly open: number;
  readonly new?: number;
  readonly late?: number;
  readonly dueToday?: number;
  readonly mine?: number;
  readonly byStatus?: Readonly<Partial<Record<CaseState, number>>>;
}

/** The work list of the caller, counted as of now. */
export class CountCases extends Query<CaseCounts> {
  constructor(
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

/** The kinds that are counted, and what each asks of an open line. */
const KINDS = { new: ASKS.fresh, late: ASKS.dueBefore, dueToday: ASKS.dueOnDayOf, mine: ASKS.mine } as const;
type Counted = { readonly status: CaseState; readonly all: string } & Readonly<
  Record<'open' | keyof typeof KINDS, string>
>;

@QueryHandler(CountCases)
export class CountCasesHandler implements IQueryHandler<CountCases> {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  execute({ caller, read }: CountCases): Promise<CaseCounts> {
    return this.db.inOrg(caller.org, async (tx) => {
      const now = this.clock.now();
      const lines = visible(tx, caller)
        .select('line.status', 'status')
        .addSelect('count(*)', 'all')
        .addSelect(`count(*) filter (where ${ASKS.open})`, 'open')
        .groupBy('line.status')
        .setParameters({ dueBefore: now, dueOnDayOf: now, me: meOf(caller) });
      for (const [kind, asks] of Object.entries(KINDS))
        lines.addSelect(`count(*) filter (where ${ASKS.open} and ${asks})`, kind);
      const counted = await lines.getRawMany<Counted>();
      await auditRead(tx, caller, { ...read, streams: [] });
      const sum = (kind: Exclude<keyof Counted, 'status'>) =>
        counted.reduce((so, { [kind]: count }) => so + Number(count), 0);
      if (!caller.grant.labels.includes('OPER')) return { open: sum('open') };
      return {
        open: sum('open'),
        new: sum('new'),
        late: sum('late'),
        dueToday: sum('dueToday'),
        mine: sum('mine'),
        byStatus: Object.fromEntries(counted.map(({ status, all }) => [status, Number(all)])),
      };
    });
  }
}
