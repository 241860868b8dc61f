import type { Statements } from '#kernel/platform';
import { type EventLine, written } from './event-line.js';
import * as statements from './jsonl.sql.js';
import type { KeyLine } from './key-line.js';

/** How many positions, and how many keys, are looked at in one transaction. */
const STRETCH = 2000;

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What goes into an export. */
export interface Exporting {
  /** Sees every organization. */
  readonly db: Pick<Statements, 'across'>;
  /** One organization's; everybody's where none is named. */
  readonly org?: string;
  /** Events of these types only. */
  readonly types?: readonly string[];
  /** The wrapped keys as well, for another installation under the same master key. */
  readonly withKeys?: boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Events in their order, one a line, as far as the ledger went when it began: what is appended meanwhile is for the next
 * time. Keys come first, since nobody may seal for a subject before its key is there.
 */
export async function* exportLines(exporting: Exporting): AsyncGenerator<string> {
  if (exporting.withKeys) yield* keyLines(exporting);
  const { db, org, types, onProgress } = exporting;
  const heads = await db.across((tx) => tx.query<{ ledger: number; position: string }>(statements.ledgerHeads));
  for (const { ledger, position } of heads) {
    const head = Number(position);
    for (let after = 0; after < head; after += STRETCH) {
      const upTo = Math.min(after + STRETCH, head);
      const values = [ledger, after, upTo, org ?? null, types ?? null];
      const events = await db.across((tx) =>
        tx.query<Omit<EventLine, 'position'> & { position: string }>(statements.eventsToWrite, values),
      );
      if (events.length > 0)
        yield events.map((event) => `${written({ ...event, position: Number(event.position) })}\n`).join('');
      onProgress?.(upTo, head);
    }
  }
}

async function* keyLines({ db, org }: Exporting): AsyncGenerator<string> {
  for (let last = { org: NOBODY, subject: '' }; ; ) {
    const values = [org ?? null, last.org, last.subject, STRETCH];
    const keys = await db.across((tx) => tx.query<KeyLine>(statements.keysToWrite, values));
    if (keys.length === 0) return;
    yield keys.map((key) => `${JSON.stringify({ ...key, wrappedKey: key.wrappedKey.replace(/\s/g, '') })}\n`).join('');
    last = keys.at(-1) ?? last;
  }
}
