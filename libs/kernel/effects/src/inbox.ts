import { refuse } from '#kernel/core';
import type { Database } from '#kernel/platform';
import { present } from '#kernel/readers';
import type { Urgency } from './effect.js';
import * as statements from './effects.sql.js';

/** A notice in somebody's inbox. */
export interface InboxItem {
  readonly id: string;
  readonly code: string;
  readonly urgency: Urgency;
  readonly about: string;
  readonly params: Readonly<Record<string, string>>;
  /** Why it came to this person instead of whom it was for. */
  readonly reached: { readonly insteadOf?: string };
  readonly at: string;
  readonly readAt?: string;
  readonly acknowledgedAt?: string;
}

type Row = Omit<InboxItem, 'at' | 'readAt' | 'acknowledgedAt'> &
  Record<'at' | 'readAt' | 'acknowledgedAt', Date | null>;

/** How many items an inbox shows. */
const SHOWN = 200;

/** The inbox of one person: nobody else's is ever opened. */
export class Inbox {
  constructor(private readonly db: Database) {}

  items(org: string, person: string): Promise<InboxItem[]> {
    return this.db.inOrg(org, async (tx) => {
      const rows = await tx.query<Row>(statements.inboxOf, [org, person, SHOWN]);
      return rows.map(
        (row) =>
          present({
            ...row,
            at: row.at?.toISOString(),
            readAt: row.readAt?.toISOString() ?? null,
            acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
          }) as InboxItem,
      );
    });
  }

  /** Notes that an item was read; the first time counts. */
  read(org: string, person: string, id: string): Promise<void> {
    return this.mark(statements.markRead, org, person, id);
  }

  /** Notes that somebody who was paged has taken it on; the first time counts. */
  acknowledge(org: string, person: string, id: string): Promise<void> {
    return this.mark(statements.acknowledge, org, person, id);
  }

  private async mark(statement: string, org: string, person: string, id: string): Promise<void> {
    const [row] = await this.db.inOrg(org, (tx) => tx.query(statement, [org, person, id]));
    if (!row) refuse('inbox-item/not-found', 'There is no such item in this inbox.');
  }
}
