import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { SelectQueryBuilder } from 'typeorm';
import { auditRead, type Caller, Members, type Read } from '#kernel/access';
import { DueListRow } from '#kernel/clocks';
import { Clock, type Instant } from '#kernel/core';
import { Database } from '#kernel/platform';
import { Opener } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import { givingOf } from '../../caregiver-support/acting.js';
import type { SupportState } from '../../caregiver-support/caregiver-support.codes.js';
import { isTheirs } from '../../caregiver-support/giving.rules.js';
import { shownSupport, streamOf } from './shown-support.js';
import { SupportRow } from './support.row.js';
import type { SupportBody } from './support-list.body.js';
import { supportList } from './support-list.projection.js';

/** Whom to list; every part narrows, and `from` goes on after a line that was already seen. */
export interface SupportFilter {
  readonly status?: SupportState;
  readonly late?: 'true';
  readonly from?: { readonly at: Instant; readonly id: string };
  readonly limit: number;
}

/** A page of the list, whether another one follows, and how many records the whole list is behind with. */
export interface SupportLines {
  readonly items: readonly SupportBody[];
  readonly more: boolean;
  readonly withheld: number;
}

/** Those who are owed support and those whom the caller supports, who was involved first first. */
export class ListSupport extends Query<SupportLines> {
  constructor(
    readonly filter: SupportFilter,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(ListSupport)
export class ListSupportHandler implements IQueryHandler<ListSupport> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
    private readonly clock: Clock,
    private readonly members: Members,
  ) {}

  async execute({ filter, caller, read }: ListSupport): Promise<SupportLines> {
    const giving = await givingOf(this.members, caller.org, caller.personId);
    return this.db.inOrg(caller.org, async (tx) => {
      const { org } = caller;
      const now = this.clock.now();
      const lines = tx.manager.createQueryBuilder(SupportRow, 'line').where('line.org = :org', { org });
      lines.andWhere(THEIRS, giving);
      if (filter.status) lines.andWhere('line.status = :status', { status: filter.status });
      else lines.andWhere(`line.status <> 'ended'`);
      if (filter.late) lines.andWhere(`exists ${lateOffers(lines)}`, { now });
      if (filter.from) lines.andWhere('(line.identifiedAt, line.id) > (:at, :id)', filter.from);
      const found = await lines
        .orderBy('line.identifiedAt')
        .addOrderBy('line.id')
        .take(filter.limit + 1) // one line more than the page holds tells whether another page follows
        .getMany();
      const rows = found.slice(0, filter.limit);
      await auditRead(tx, caller, { ...read, streams: rows.map(streamOf) });
      const withheld = (await withheldStreams(tx, supportList, org)).size;
      return { items: await shownSupport(tx, this.opener, rows, now), more: found.length > rows.length, withheld };
    });
  }
}

/** {@link isTheirs} of lines. */
const THEIRS = '(line.supporter is null or line.supporter = :by or line.supporter <> all(cast(:present as uuid[])))';

/** Clocks of a line's stream that have run out. */
const lateOffers = (lines: SelectQueryBuilder<SupportRow>): string =>
  lines
    .subQuery()
    .select('1')
    .from(DueListRow, 'due')
    .where(`due.org = line.org and due.stream = 'caregiver-support-' || line.id and due.open and due.dueAt < :now`)
    .getQuery();

/** One person's support, or nothing where there is none that the caller may see; `withheld` where nothing of it could be read yet. */
export class ReadSupport extends Query<SupportBody | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(ReadSupport)
export class ReadSupportHandler implements IQueryHandler<ReadSupport> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
    private readonly clock: Clock,
    private readonly members: Members,
  ) {}

  async execute({ id, caller, read }: ReadSupport): Promise<SupportBody | 'withheld' | undefined> {
    const { org, personId } = caller;
    const giving = await givingOf(this.members, org, personId);
    return this.db.inOrg(org, async (tx) => {
      const found = await tx.manager.findOneBy(SupportRow, { org, id });
      const row = found && isTheirs(found, giving) ? found : undefined;
      await auditRead(tx, caller, { ...read, streams: [streamOf({ id })], result: row ? 'shown' : 'absent' });
      if (row) return (await shownSupport(tx, this.opener, [row], this.clock.now()))[0];
      if (found) return undefined;
      return (await withheldStreams(tx, supportList, org)).has(streamOf({ id })) ? 'withheld' : undefined;
    });
  }
}
