import { type Instant, refuse } from '#kernel/core';
import type { Database, Tx } from '#kernel/platform';
import type { Safe, Shelf } from '#kernel/privacy';
import * as statements from './drafts.sql.js';

/** Drafts that a person may have, and days that one is kept which nobody touches. */
export const DRAFTS_LIMIT = 50;
const KEPT_DAYS = 30;

/** Bytes that a draft may have as JSON. */
const DRAFT_BYTES = 131_072;

/** What a report holds so far, by the names of a report's fields; nothing of it was checked. */
export type Unfinished = Readonly<Record<string, unknown>>;

/** A report that is not written to its end. */
export interface Draft {
  readonly id: string;
  readonly savedAt: Instant;
  readonly report: Unfinished;
}

interface Row {
  readonly id: string;
  readonly content: Buffer;
  readonly savedAt: Date;
}

/** Drafts have keys of their own: one can be forgotten by its name, as any subject. */
const shelfOf = (org: string, person: string, id: string): Shelf => ({
  org,
  subject: subjectOf(id),
  item: `draft-${person}-${id}`,
});
const subjectOf = (id: string): string => `safety-event-draft-${id}`;

/** Saved drafts of reports, each for the person who writes it and for nobody else. A draft is no fact: the log knows none. */
export class Drafts {
  constructor(
    private readonly db: Database,
    private readonly safe: Safe,
  ) {}

  /** Saves a draft in place of what was saved under its id. Refuses `too-large` and `too-many`. Answers when that was. */
  async save(org: string, person: string, id: string, report: Unfinished): Promise<Instant> {
    const clear = Buffer.from(JSON.stringify(report));
    if (clear.length > DRAFT_BYTES)
      refuse('safety-event-draft/too-large', `A draft may have at most ${DRAFT_BYTES} bytes.`, 'report');
    const content = await this.safe.seal(shelfOf(org, person, id), clear);
    const saved = await this.db.inOrg(org, async (tx) => {
      await tx.query(statements.waitOwnTurn, [org, person]);
      const values = [org, person, id, content, DRAFTS_LIMIT];
      return tx.query<Pick<Row, 'savedAt'>>(statements.saveDraft, values);
    });
    const [row] = saved;
    if (!row) return refuse('safety-event-draft/too-many', `One may have at most ${DRAFTS_LIMIT} drafts.`);
    return row.savedAt.toISOString();
  }

  /** A person's drafts, newest first: all of them, or the one of this id. What was forgotten is not there. */
  async of(tx: Tx, org: string, person: string, id?: string): Promise<Draft[]> {
    const rows = await tx.query<Row>(statements.draftsOf, [org, person, id ?? null]);
    const drafts: Draft[] = [];
    for (const row of rows) {
      const clear = await this.safe.open(tx, shelfOf(org, person, row.id), row.content);
      if (clear) drafts.push({ id: row.id, savedAt: row.savedAt.toISOString(), report: JSON.parse(clear.toString()) });
    }
    return drafts;
  }

  /** Throws a draft away. Doing it again changes nothing. */
  async remove(org: string, person: string, id: string): Promise<void> {
    await this.db.inOrg(org, (tx) => tx.query(statements.throwAway, [org, person, id]));
  }

  /** Deletes what was thrown away or not touched for 30 days, and destroys its keys. For workers. Answers how many. */
  sweep(): Promise<number> {
    return this.db.across(async (tx) => {
      const gone = await tx.query<{ org: string; id: string }>(statements.sweepDrafts, [KEPT_DAYS]);
      const orgs = gone.map(({ org }) => org);
      await this.safe.destroy(
        tx,
        orgs,
        gone.map(({ id }) => subjectOf(id)),
      );
      return gone.length;
    });
  }
}
