import type { Instant } from '#kernel/core';
import type { Database } from '#kernel/platform';
import { nextWake, wakesDue } from './wakes.sql.js';

/** A deadline that is to be looked at: a reminder is due, or it is missed. */
export interface Wake {
  readonly org: string;
  readonly id: string;
  readonly stream: string;
  readonly facilityId?: string | null;
  readonly at: Instant;
}

type Row = Omit<Wake, 'at'> & { readonly at: Date };

const PAGE = 200;
const FIRST = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/** What the due lists of all organizations say is next to be done. */
export class Wakes {
  constructor(private readonly db: Database) {}

  /** Everything that is due by now, in pages. */
  async *due(now: Instant): AsyncGenerator<readonly Wake[]> {
    let from = FIRST;
    for (;;) {
      const values = [now, from.at, from.id, PAGE];
      const rows = await this.db.call<Row>({ text: wakesDue, values });
      const wakes = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
      if (wakes.length > 0) yield wakes;
      const last = wakes.at(-1);
      if (!last || wakes.length < PAGE) return;
      from = last;
    }
  }

  /** When the nearest one comes that is not due yet. */
  async nextAfter(now: Instant): Promise<Instant | undefined> {
    const [row] = await this.db.call<{ at: Date | null }>({ text: nextWake, values: [now] });
    return row?.at?.toISOString();
  }
}
