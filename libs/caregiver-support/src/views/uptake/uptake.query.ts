import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { boundsOf } from '#kernel/clocks';
import { Clock, refuse } from '#kernel/core';
import { Database } from '#kernel/platform';
import { toldOf, type Uptake } from './counted-uptake.js';
import { uptakeOf } from './uptake.sql.js';

/** How support was taken in one quarter, as far as it may be told. */
export class ReadUptake extends Query<Partial<Uptake>> {
  constructor(
    readonly org: string,
    readonly quarter: string,
  ) {
    super();
  }
}

/**
 * Only whole quarters that are over, of the whole organization: they do not overlap, and what is counted again and again
 * while it goes on would tell who answered in between.
 */
@QueryHandler(ReadUptake)
export class ReadUptakeHandler implements IQueryHandler<ReadUptake> {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ org, quarter }: ReadUptake): Promise<Partial<Uptake>> {
    const { from, before } = boundsOf(quarter, 'UTC');
    if (before > this.clock.now())
      return refuse('caregiver-support/quarter-not-over', 'Uptake is told of quarters that are over.', 'quarter');
    return this.db.inOrg(org, async (tx) => {
      const [row] = await tx.query<Uptake>(uptakeOf, [org, from, before]);
      return row ? toldOf(row) : {};
    });
  }
}
