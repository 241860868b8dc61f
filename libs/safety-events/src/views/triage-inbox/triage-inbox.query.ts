import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Database } from '#kernel/platform';
import { Lookups } from '#kernel/privacy';
import { present, withheldStreams } from '#kernel/readers';
import { alikeIn, LIKELY } from '../../lines/likeness.js';
import { safetyEventList } from '../../lines/safety-event-list.projection.js';
import type { InboxCounts, InboxItem } from './triage-inbox.body.js';
import { countsOf, inboxOf } from './triage-inbox.sql.js';

/** The item after which a page goes on. */
export interface SeenItem {
  readonly status: string;
  readonly weight: number;
  readonly reportedAt: string;
  readonly id: string;
}

/** What of the inbox is asked for. */
export interface InboxFilter {
  readonly facilityId?: string;
  readonly unitId?: string;
  readonly source?: string;
  readonly from?: SeenItem;
  readonly limit: number;
}

/** A page of the inbox, the item after which the next one goes on, and how many records it is behind with. */
export interface Inbox {
  readonly counts: InboxCounts;
  readonly items: readonly InboxItem[];
  readonly next?: SeenItem;
  readonly withheld: number;
}

/** What waits for triage or confirmation: new ones first, the most severe before the rest, of those the oldest. */
export class ReadTriageInbox extends Query<Inbox> {
  constructor(
    readonly filter: InboxFilter,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

interface Waiting extends Omit<InboxItem, 'eventAt' | 'reportedAt' | 'possibleDuplicates'> {
  readonly weight: number;
  readonly eventAt: Date;
  readonly reportedAt: Date;
}

@QueryHandler(ReadTriageInbox)
export class ReadTriageInboxHandler implements IQueryHandler<ReadTriageInbox> {
  constructor(
    private readonly db: Database,
    private readonly lookups: Lookups,
  ) {}

  execute({ filter, caller, read }: ReadTriageInbox): Promise<Inbox> {
    const { org, grant } = caller;
    const { facilityId = null, unitId = null, source = null, from, limit } = filter;
    return this.db.inOrg(org, async (tx) => {
      const narrowed = [org, facilityId, unitId, source];
      const seen = from ? [from.status, from.weight, from.reportedAt, from.id] : [null, null, null, null];
      const found = await tx.query<Waiting>(inboxOf, [...narrowed, ...seen, limit + 1]);
      const counts = await tx.query<{ status: keyof InboxCounts; count: number; severe: number }>(countsOf, narrowed);
      const rows = found.slice(0, limit).map(present);
      const patients = grant.labels.includes('PHI');
      const alike = await alikeIn(tx, this.lookups, { org, ids: rows.map(({ id }) => id), patients });
      await auditRead(tx, caller, { ...read, streams: rows.map(({ id }) => `safety-event-${id}`) });
      const last = found.length > rows.length ? rows.at(-1) : undefined;
      return {
        counts: Object.fromEntries(
          (['reported', 'triaged'] as const).map((state) => {
            const { count = 0, severe = 0 } = counts.find(({ status }) => status === state) ?? {};
            return [state, { count, severe }];
          }),
        ) as unknown as InboxCounts,
        items: rows.map((row) => itemOf(row, (alike.get(row.id) ?? []).filter(({ score }) => score >= LIKELY).length)),
        ...(last && { next: { ...last, reportedAt: last.reportedAt.toISOString() } }),
        withheld: (await withheldStreams(tx, safetyEventList, org)).size,
      };
    });
  }
}

const itemOf = ({ weight: _weight, ...row }: Waiting, possibleDuplicates: number): InboxItem => ({
  ...row,
  eventAt: row.eventAt.toISOString(),
  reportedAt: row.reportedAt.toISOString(),
  possibleDuplicates,
});
