import { holdRestored } from '#kernel/effects';
import { Log, verifyLedger } from '#kernel/ledger';
import { Database, type Migration, migrate, type Tx, within } from '#kernel/platform';
import { type MasterKey, shredder } from '#kernel/privacy';
import { damaged, unfit } from './backup-problem.js';
import * as statements from './catalog.sql.js';
import type { Counts, Header, TableStart } from './header.js';
import type { EventLine } from './jsonl/event-line.js';
import { KEPT, sorted } from './kept-tables.js';
import { backupMigrations } from './migrations.js';
import { headerOf, readBackup } from './read-backup.js';
import { restate } from './restate.js';
import { appliedSteps, lacking, stepsOf } from './schema-steps.js';

/** How many positions are read at once. */
const STRETCH = 2000;

/** What a restore needs. */
export interface Restoring {
  readonly url: string;
  readonly master: MasterKey;
  readonly file: string;
  /** Every step of the schema that is known here. */
  readonly migrations: readonly Migration[];
  /** Readers that tell others or act: they go on where they stood, and never do old work again. All others start anew. */
  readonly acting: readonly string[];
  /** What was erased after the backup was taken, as it was recorded then. */
  readonly forgotten?: readonly EventLine[];
  /** Take a backup of a ledger that did not hold when it was taken. */
  readonly unverified?: boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

/** What was restored. */
export interface Restored {
  readonly backup: string;
  readonly takenAt: string;
  readonly positions: number;
  readonly rows: Counts;
  /** How many erasures hold again: those of the log, and those that were told. */
  readonly forgotten: number;
  /** How many mails were on their way, and wait for a person's decision now. */
  readonly held: number;
  readonly verified: boolean;
}

/**
 * Restores a backup into an empty database, all or nothing: the rows, the erasures in force again, and the chain walked,
 * in one transaction. Nobody sees a forgotten person in between. Views follow from the log as soon as a worker runs.
 */
export const restoreBackup = async (restoring: Restoring): Promise<Restored> => {
  const { url, file, master, migrations } = restoring;
  const header = await headerOf(file);
  checkFit(header, restoring);
  await readBackup(file, master.backupKey()); // to its end, before a row of it goes anywhere
  await migrate({ url, migrations: [] });
  const db = await Database.open({ url, role: 'owner', max: 2 });
  try {
    await checkEmpty(db, header);
    const first = [...header.migrations, ...backupMigrations.map(({ name }) => name)]; // a restore is noted in any case
    await migrate({ url, migrations: stepsOf(migrations, first) });
    const restored = await db.across((tx) => fill(tx, header, restoring));
    await migrate({ url, migrations });
    return restored;
  } finally {
    await db.close();
  }
};

const checkFit = ({ masterKey, migrations, verified }: Header, restoring: Restoring): void => {
  if (masterKey !== restoring.master.id.toString('hex'))
    unfit(`This backup was taken under another master key (its id is ${masterKey}): its words would stay sealed.`);
  const names = restoring.migrations.map(({ name }) => name);
  const strange = lacking(names, migrations);
  if (strange.length > 0) unfit(`This backup is of a newer version, whose schema has ${strange.join(', ')}.`);
  if (!verified && !restoring.unverified)
    unfit('This backup was taken --unverified: its ledger may not hold. Say --unverified again to restore it.');
};

const checkEmpty = async (db: Database, { migrations }: Header): Promise<void> => {
  const ahead = lacking(migrations, await appliedSteps(db));
  if (ahead.length > 0)
    unfit(
      `The schema of this database is newer than the backup's: it has ${ahead.join(', ')}. Restore into a database without schema.`,
    );
  await db.across(async (tx) => refuseFilled(tx, await keptHere(tx)));
};

const keptHere = async (tx: Tx) =>
  sorted((await tx.query<{ name: string }>(statements.ourTables)).map(({ name }) => name)).kept;

const refuseFilled = async (tx: Tx, tables: Awaited<ReturnType<typeof keptHere>>): Promise<void> => {
  for (const { name, how } of tables) {
    const text = how === 'append' ? statements.hasRows(name) : name === 'ledger.ledgers' && statements.ledgersBegun;
    const [answer] = text ? await tx.query<{ found: boolean }>(text) : [];
    if (answer?.found) unfit(`This database is not empty: ${name} has rows. A restore never mixes two pasts.`);
  }
};

const fill = async (tx: Tx, header: Header, restoring: Restoring): Promise<Restored> => {
  const tables = await keptHere(tx);
  const names = tables.map(({ name }) => name);
  await tx.query(statements.plainText);
  await tx.query(statements.lockAll(names));
  await refuseFilled(tx, tables);
  const forced = (await tx.query<{ name: string }>(statements.forcedTables, [names])).map(({ name }) => name);
  for (const table of forced) await tx.query(statements.bindOwner(table, false));
  const rows = await readBackup(restoring.file, restoring.master.backupKey(), (start, pieces) =>
    load(tx, start, pieces),
  );
  for (const table of forced) await tx.query(statements.bindOwner(table, true));
  for (const table of names) await countOn(tx, table);
  if (names.includes('readers.checkpoints')) await tx.query(statements.forgetCheckpoints, [restoring.acting]);
  if (names.includes('readers.parked')) await tx.query(statements.forgetParked, [restoring.acting]);
  const held = names.includes('effects.holds') ? await holdRestored(tx) : 0;
  if (!restoring.unverified) for (const head of header.heads) await walk(tx, head, restoring.onProgress);
  const forgotten = await forget(tx, header, restoring.forgotten ?? []);
  const positions = header.heads.reduce((sum, { position }) => sum + position, 0);
  await tx.query(statements.noteRestore, [header.id, header.takenAt, positions, forgotten]);
  const { id: backup, takenAt } = header;
  return { backup, takenAt, positions, rows, forgotten, held, verified: !restoring.unverified };
};

const load = async (tx: Tx, { table, columns }: TableStart, pieces: AsyncIterable<Buffer>): Promise<void> => {
  const kept = KEPT.find(({ name }) => name === table) ?? damaged(`it has a table ${table} that nobody knows`);
  if (kept.how === 'replace') {
    const guards = await tx.query<{ name: string; enabled: string }>(statements.guardsOf, [table]);
    await tx.query(statements.emptied(table, guards));
  }
  await tx.copyIn(statements.copyInto(table, columns), pieces);
};

const countOn = async (tx: Tx, table: string): Promise<void> => {
  const columns = await tx.query<{ name: string; sequence: string }>(statements.countingColumns, [table]);
  for (const { name, sequence } of columns) await tx.query(statements.countOn(table, name), [sequence]);
};

const walk = async (tx: Tx, head: Header['heads'][number], onProgress: Restoring['onProgress']): Promise<void> => {
  const { ok, firstBad, problem, positions } = await verifyLedger(within(tx), head.ledger, onProgress);
  if (!ok) damaged(`ledger ${head.ledger} does not hold at position ${firstBad}: ${problem}`);
  if (positions !== head.position) damaged(`ledger ${head.ledger} ends at ${positions}, not at ${head.position}`);
};

/** Destroys again the keys of everybody who was forgotten: before the backup, by its own log, and after it, as told. */
const forget = async (tx: Tx, { heads }: Header, told: readonly EventLine[]): Promise<number> => {
  await restate(tx, told);
  const log = new Log(within(tx));
  let forgotten = 0;
  for (const { ledger } of heads) {
    const head = await log.head(ledger);
    for (let position = 0; position < head; ) {
      const { events, upTo } = await log.page(tx, ledger, position, STRETCH, shredder.types);
      if (events.length > 0) await shredder.apply(tx, events);
      forgotten += events.length;
      position = upTo;
    }
  }
  return forgotten;
};
