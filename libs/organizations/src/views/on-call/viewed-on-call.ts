import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel/core';
import { OnCall } from '#kernel/effects';
import { Database } from '#kernel/platform';
import { OnCallRow } from './on-call.row.js';

/** Answers {@link OnCall} from the roster. */
@Injectable()
export class ViewedOnCall extends OnCall {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  now(org: string, duty: string): Promise<string[]> {
    return this.db.inOrg(org, async ({ manager }) => {
      const shifts = manager
        .createQueryBuilder(OnCallRow, 'shift')
        .where('shift.org = :org and shift.duty = :duty and not shift.released', { org, duty })
        .andWhere('shift.from <= :now and shift.until > :now', { now: this.clock.now() });
      return (await shifts.getMany()).map(({ person }) => person);
    });
  }
}
