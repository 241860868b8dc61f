import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '#kernel/platform';
import { ClockPolicyRow } from './clock-policies.row.js';

/** How an organization wants its clocks to run; nothing where it goes by what ships. */
export class ReadClockPolicy extends Query<ClockPolicyRow | null> {
  constructor(readonly org: string) {
    super();
  }
}

@QueryHandler(ReadClockPolicy)
export class ReadClockPolicyHandler implements IQueryHandler<ReadClockPolicy> {
  constructor(private readonly db: Database) {}

  execute({ org }: ReadClockPolicy): Promise<ClockPolicyRow | null> {
    return this.db.inOrg(org, ({ manager }) => manager.findOneBy(ClockPolicyRow, { org, id: org }));
  }
}
