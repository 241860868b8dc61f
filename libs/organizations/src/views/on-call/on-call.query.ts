import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { Database } from '#kernel/platform';
import { OnCallRow } from './on-call.row.js';

/** The shifts of an organization that stand and are not over, the next first. */
export class ListShifts extends Query<OnCallRow[]> {
  constructor(readonly org: string) {
    super();
  }
}

@QueryHandler(ListShifts)
export class ListShiftsHandler implements IQueryHandler<ListShifts> {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  execute({ org }: ListShifts): Promise<OnCallRow[]> {
    return this.db.inOrg(org, ({ manager }) =>
      manager
        .createQueryBuilder(OnCallRow, 'shift')
        .where('shift.org = :org and not shift.released and shift.until > :now', { org, now: this.clock.now() })
        .orderBy('shift.from')
        .take(1000)
        .getMany(),
    );
  }
}
