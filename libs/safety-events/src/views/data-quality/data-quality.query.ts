import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { In } from 'typeorm';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Clock } from '#kernel/core';
import { Database } from '#kernel/platform';
import { SafetyEventListRow } from '../../lines/safety-event-list.row.js';
import type { DataQualityBody } from './data-quality.body.js';
import { CHECKS, type Check, failingOf, qualityOf } from './data-quality.sql.js';

/** What is wrong with the records of an organization, or of one facility, as counts. */
export class ReadDataQuality extends Query<DataQualityBody> {
  constructor(
    readonly org: string,
    readonly facilityId?: string,
  ) {
    super();
  }
}

/** The records that fail one check, a page at a time. */
export class ListFailing extends Query<{ readonly rows: readonly SafetyEventListRow[]; readonly more: boolean }> {
  constructor(
    readonly asked: {
      readonly check: Check;
      readonly facilityId?: string;
      readonly from?: { readonly reportedAt: string; readonly id: string };
      readonly limit: number;
    },
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(ReadDataQuality)
export class ReadDataQualityHandler implements IQueryHandler<ReadDataQuality> {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ org, facilityId }: ReadDataQuality): Promise<DataQualityBody> {
    const now = this.clock.now();
    type Counts = Readonly<Record<Check | 'records', number>>;
    const [counts] = await this.db.inOrg(org, (tx) => tx.query<Counts>(qualityOf, [org, now, facilityId ?? null]));
    const checks = CHECKS.map((check) => ({ check, count: counts?.[check] ?? 0 }));
    return { asOf: now, records: counts?.records ?? 0, checks };
  }
}

@QueryHandler(ListFailing)
export class ListFailingHandler implements IQueryHandler<ListFailing> {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  execute({ asked, caller, read }: ListFailing) {
    const { check, facilityId = null, from, limit } = asked;
    const { org } = caller;
    return this.db.inOrg(org, async (tx) => {
      const seen = [from?.reportedAt ?? null, from?.id ?? null];
      const values = [org, this.clock.now(), facilityId, ...seen, limit + 1];
      const found = (await tx.query<{ id: string }>(failingOf(check), values)).map(({ id }) => id);
      const ids = found.slice(0, limit);
      const kept = await tx.manager.findBy(SafetyEventListRow, { org, id: In(ids) });
      const rows = ids.flatMap((id) => kept.find((row) => row.id === id) ?? []);
      await auditRead(tx, caller, { ...read, streams: ids.map((id) => `safety-event-${id}`) });
      return { rows, more: found.length > ids.length };
    });
  }
}
