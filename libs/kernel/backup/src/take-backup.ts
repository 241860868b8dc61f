import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { verifyLedger } from '#kernel/ledger';
import { type Database, TimeOrderedIds, type Tx, within } from '#kernel/platform';
import { KeyRing, type MasterKey } from '#kernel/privacy';
import { unfit } from './backup-problem.js';
import * as statements from './catalog.sql.js';
import { FrameWriter } from './frames.js';
import type { Counts, Head, Header } from './header.js';
import { type KeptTable, sorted } from './kept-tables.js';
import { RowCount } from './row-count.js';
import { stepOf } from './schema-steps.js';

/** What a backup needs. */
export interface Taking {
  /** As the owner: it alone sees everything. */
  readonly db: Database;
  readonly master: MasterKey;
  readonly file: string;
  /** Leave the chain unwalked, as for a ledger that is known not to hold and must be saved all the same. */
  readonly unverified?: boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

/** What was taken. */
export interface Taken extends Header {
  readonly rows: Counts;
}

/**
 * Writes everything that cannot be made again into one file, as one snapshot has it, while others go on working. The file
 * appears under its name when it is whole and on the disk. A ledger whose chain does not hold is not backed up as if it did.
 */
export const takeBackup = async (taking: Taking): Promise<Taken> => {
  const { db, master, file, onProgress } = taking;
  await new KeyRing(master).check(db);
  const part = `${file}.part`;
  try {
    const taken = await db.across(async (tx) => {
      await tx.query(statements.oneSnapshot);
      await tx.query(statements.plainText);
      const { kept, unknown } = sorted(
        (await tx.query<{ name: string }>(statements.ourTables)).map(({ name }) => name),
      );
      if (unknown.length > 0)
        unfit(`Nobody has said whether a backup keeps ${unknown.join(', ')}: it would not be whole.`);
      const header = await headerOf(tx, taking);
      const rows: Record<string, number> = {};
      await pipeline(
        content(tx, header, kept, new FrameWriter(master.backupKey()), rows, onProgress),
        createGzip({ level: 1, chunkSize: 2 ** 18 }),
        createWriteStream(part, { mode: 0o600, flush: true }),
      );
      return { ...header, rows };
    });
    await rename(part, file);
    await onDisk(dirname(file));
    return taken;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
};

const headerOf = async (tx: Tx, { master, unverified, onProgress }: Taking): Promise<Header> => {
  const [time] = await tx.query<{ at: string }>(statements.snapshotTime);
  const steps = await tx.query<{ name: string }>(statements.appliedMigrations);
  const rows = await tx.query<Omit<Head, 'position'> & { position: string }>(statements.heads);
  const heads = rows.map((head) => ({ ...head, position: Number(head.position) }));
  if (!unverified) for (const { ledger } of heads) await walk(tx, ledger, onProgress);
  return {
    id: new TimeOrderedIds().next(),
    takenAt: time?.at ?? '',
    masterKey: master.id.toString('hex'),
    migrations: steps.map(({ name }) => stepOf(name)),
    heads,
    verified: !unverified,
  };
};

const walk = async (tx: Tx, ledger: number, onProgress: Taking['onProgress']): Promise<void> => {
  const { ok, firstBad, problem } = await verifyLedger(within(tx), ledger, onProgress);
  if (ok) return;
  unfit(
    `Ledger ${ledger} does not hold at position ${firstBad}: ${problem}. A backup of it would be refused when it is restored; --unverified takes and restores one all the same.`,
  );
};

async function* content(
  tx: Tx,
  header: Header,
  tables: readonly KeptTable[],
  frames: FrameWriter,
  counted: Record<string, number>,
  onProgress: Taking['onProgress'],
): AsyncGenerator<Buffer> {
  yield frames.magic;
  yield frames.frame('H', header);
  for (const [done, { name: table }] of tables.entries()) {
    const columns = (await tx.query<{ name: string }>(statements.columnsOf, [table])).map(({ name }) => name);
    yield frames.frame('T', { table, columns });
    const count = new RowCount();
    for await (const piece of tx.copyOut(statements.copyOf(table, columns))) {
      count.take(piece);
      yield frames.frame('D', piece);
    }
    const end = count.end();
    counted[table] = end.rows;
    yield frames.frame('E', end);
    onProgress?.(done + 1, tables.length);
  }
  yield frames.end();
}

/** A new name is on the disk when its folder is. */
const onDisk = async (folder: string): Promise<void> => {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
