import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Instant } from '#kernel/core';
import { Database } from '#kernel/platform';
import { present } from '#kernel/readers';
import type { Counted } from '../../figures/figure.js';
import { Figures } from '../../figures/figures.js';
import { MeasureSnapshotRow } from './measure-snapshot.row.js';

/** A page of the snapshots, newest first, and whether another one follows. */
export class ListSnapshots extends Query<{ readonly rows: readonly MeasureSnapshotRow[]; readonly more: boolean }> {
  constructor(
    readonly org: string,
    readonly limit: number,
    readonly from?: { readonly takenAt: Instant; readonly id: string },
  ) {
    super();
  }
}

@QueryHandler(ListSnapshots)
export class ListSnapshotsHandler implements IQueryHandler<ListSnapshots> {
  constructor(private readonly db: Database) {}

  execute({ org, limit, from }: ListSnapshots): Promise<{ rows: readonly MeasureSnapshotRow[]; more: boolean }> {
    return this.db.inOrg(org, async (tx) => {
      const lines = tx.manager.createQueryBuilder(MeasureSnapshotRow, 'line').where('line.org = :org', { org });
      if (from) lines.andWhere('(line.takenAt, line.id) < (:takenAt, :id)', from);
      const found = await lines
        .orderBy('line.takenAt', 'DESC')
        .addOrderBy('line.id', 'DESC')
        .take(limit + 1)
        .getMany();
      return { rows: found.slice(0, limit).map(present), more: found.length > limit };
    });
  }
}

/** A snapshot, and the same figures as they are counted today. */
export interface SnapshotBesideToday {
  readonly snapshot: MeasureSnapshotRow;
  readonly today: Counted;
}

/** One snapshot; nothing where there is none. */
export class ReadSnapshot extends Query<SnapshotBesideToday | undefined> {
  constructor(
    readonly org: string,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(ReadSnapshot)
export class ReadSnapshotHandler implements IQueryHandler<ReadSnapshot> {
  constructor(
    private readonly db: Database,
    private readonly figures: Figures,
  ) {}

  execute({ org, id }: ReadSnapshot): Promise<SnapshotBesideToday | undefined> {
    return this.db.inOrg(org, async (tx) => {
      const snapshot = await tx.manager.findOneBy(MeasureSnapshotRow, { org, id });
      if (!snapshot) return undefined;
      const { measure, kind, periods } = snapshot;
      const [from = '', to = from] = [periods[0], periods.at(-1)];
      const question = { measure, kind, from, to };
      const today = await this.figures.counted(tx, org, question, await this.figures.standing(tx, org));
      return { snapshot, today };
    });
  }
}
