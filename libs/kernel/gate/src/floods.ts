import type { Database } from '#kernel/platform';
import { takeSubmission } from './floods.sql.js';
import type { GateLimits } from './gate-limits.js';

/** How one more submission is taken: as any other, set aside for somebody to look through, or not now. */
export type Taken = { readonly as: 'open' | 'quarantined' } | { readonly as: 'full'; readonly seconds: number };

/** Counts the submissions of organizations, over all processes. */
export abstract class Floods {
  /** Counts one more submission, unless there are too many. */
  abstract take(org: string): Promise<Taken>;
}

/** Counted in PostgreSQL, where the submission itself goes: where it cannot be counted it could not be kept either. */
export class CountedFloods extends Floods {
  constructor(
    private readonly db: Database,
    private readonly limits: GateLimits,
  ) {
    super();
  }

  async take(org: string): Promise<Taken> {
    const { quarantineAbove, quarantineAtMost } = this.limits.flood;
    const values = [org, quarantineAbove, quarantineAtMost];
    const [row] = await this.db.call<{ verdict: 'open' | 'quarantined' | 'full'; seconds: number }>({
      name: 'gate.take-submission',
      text: takeSubmission,
      values,
    });
    if (!row) throw new Error('The submission was not counted');
    return row.verdict === 'full' ? { as: 'full', seconds: row.seconds } : { as: row.verdict };
  }
}
