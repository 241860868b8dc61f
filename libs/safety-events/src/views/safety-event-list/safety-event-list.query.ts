import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Database } from '#kernel/platform';
import { withheldStreams } from '#kernel/readers';
import type { Category, EventClass, Flag, HarmSeverity, Source } from '../../safety-event/safety-event.codes.js';
import { safetyEventList } from './safety-event-list.projection.js';
import { SafetyEventListRow, type Status } from './safety-event-list.row.js';

/** Which safety events to list; every part narrows, and `from` goes on after a line that was already seen. */
export interface SafetyEventFilter {
  readonly status?: Status;
  readonly eventClass?: EventClass;
  readonly category?: Category;
  readonly harmSeverity?: HarmSeverity;
  readonly harmReported?: HarmSeverity;
  readonly facilityId?: string;
  readonly source?: Source;
  readonly flag?: Flag;
  readonly reportedFrom?: string;
  readonly reportedBefore?: string;
  readonly from?: { readonly reportedAt: string; readonly id: string };
  readonly limit: number;
}

/** A page of the list, whether another one follows, and how many records the whole list is behind with. */
export interface SafetyEventLines {
  readonly rows: readonly SafetyEventListRow[];
  readonly more: boolean;
  readonly withheld: number;
}

/** The safety events that the caller may see, newest report first. */
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
const EQUALS = ['status', 'eventClass', 'category', 'harmSeverity', 'harmReported', 'facilityId', 'source'] as const;

@QueryHandler(ListSafetyEvents)
export class ListSafetyEventsHandler implements IQueryHandler<ListSafetyEvents> {
  constructor(private readonly db: Database) {}

  execute({ filter, caller, read }: ListSafetyEvents): Promise<SafetyEventLines> {
    return this.db.inOrg(caller.org, async (tx) => {
      const { org, grant, personId } = caller;
      const lines = tx.manager.createQueryBuilder(SafetyEventListRow, 'line').where('line.org = :org', { org });
      for (const column of EQUALS)
        if (filter[column] !== undefined) lines.andWhere(`line.${column} = :${column}`, { [column]: filter[column] });
      if (filter.flag) lines.andWhere('line.flags @> :flags::jsonb', { flags: JSON.stringify([filter.flag]) });
      if (filter.reportedFrom) lines.andWhere('line.reportedAt >= :reportedFrom', filter);
      if (filter.reportedBefore) lines.andWhere('line.reportedAt < :reportedBefore', filter);
      if (filter.from)
        lines.andWhere('(line.reportedAt, line.id) < (:fromAt, :fromId)', {
          fromAt: filter.from.reportedAt,
          fromId: filter.from.id,
        });
      if (grant.scope === 'own') lines.andWhere('line.reporter = :personId', { personId });
      const found = await lines
        .orderBy('line.reportedAt', 'DESC')
        .addOrderBy('line.id', 'DESC')
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
