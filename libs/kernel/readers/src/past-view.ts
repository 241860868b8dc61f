import type { Log } from '#kernel/ledger';
import type { Database, Tx } from '#kernel/platform';
import { pastTable } from './past-view.sql.js';
import { projectingReader } from './projecting-reader.js';
import type { Projection } from './projection.js';

/** How many positions are read at once. */
const PAGE = 5000;
const TABLE = 'past_view';

/**
 * A view of one organization as it was at a position of its ledger: the same fold over the events up to there, in a
 * table that goes with the transaction. Answers the table's name. One view a transaction.
 */
export const pastView = async (
  tx: Tx,
  { db, log }: { readonly db: Database; readonly log: Log },
  projection: Projection,
  { org, ledger, upTo }: { readonly org: string; readonly ledger: number; readonly upTo: number },
): Promise<string> => {
  await tx.query(pastTable(TABLE, db.source.getMetadata(projection.row).tablePath));
  const past = projectingReader(db, projection, `pg_temp.${TABLE}`);
  for (let at = 0; at < upTo; ) {
    const page = await log.page(tx, ledger, at, Math.min(PAGE, upTo - at), past.types);
    const own = page.events.filter((event) => event.org === org);
    if (own.length > 0) await past.apply(tx, own);
    if (page.upTo === at) break; // the ledger ends here
    at = page.upTo;
  }
  return `pg_temp.${TABLE}`;
};
