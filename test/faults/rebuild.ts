import { Log } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { Parked, type Projection, projectingReader } from '#kernel/readers';
import { everyContext } from '../support/contexts.js';
import type { FreshDatabase } from '../support/index.js';
import { difference, scratchTable } from './rebuild.sql.js';

const LEDGER = 1;
const BATCH = 2000;

const projections: readonly Projection[] = everyContext.flatMap((context) => context.projections);

/** Folds the whole ledger anew into a table beside the view's; answers the rows in which the two differ. */
const differencesOf = async (db: Database, owner: Database, projection: Projection): Promise<string[]> => {
  const view = db.source.getMetadata(projection.row).tablePath;
  const scratch = `${view}_again_${Date.now()}`;
  await owner.call({ text: scratchTable(view, scratch) });
  const reader = projectingReader(db, projection, scratch);
  const log = new Log(db);
  const head = await log.head(LEDGER);
  for (let position = 0; position < head; ) {
    const { events, upTo } = await db.across(async (tx) => {
      const page = await log.page(tx, LEDGER, position, Math.min(BATCH, head - position), reader.types);
      await reader.apply(tx, page.events);
      return page;
    });
    if (upTo <= position) throw new Error(`${projection.name} does not get beyond ${position} (${events.length} read)`);
    position = upTo;
  }
  const rows = await db.call<{ row: string }>({ text: difference(view, scratch) });
  return rows.map(({ row }) => `${projection.name}: ${row} is not what a rebuild makes of it`);
};

/** Compares every view with one that is built from position 0. The views must stand at the head, and nobody write. */
export const differencesToRebuild = async ({ url, owner }: FreshDatabase): Promise<string[]> => {
  const db = await Database.open({ url, role: 'worker', entities: projections.map(({ row }) => row) });
  try {
    const found: string[] = [];
    for (const projection of projections) found.push(...(await differencesOf(db, owner, projection)));
    return found;
  } finally {
    await db.close();
  }
};

/** Lets a view read again what it had parked. */
export const replayed = async ({ url }: FreshDatabase, name: string) => {
  const db = await Database.open({ url, role: 'worker', entities: projections.map(({ row }) => row) });
  try {
    const projection = projections.find((one) => one.name === name) as Projection;
    return await new Parked(db, new Log(db)).replay(projectingReader(db, projection));
  } finally {
    await db.close();
  }
};
