import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Tx } from '#kernel/platform';
import * as statements from './checkpoints.sql.js';
import { lags } from './lags.sql.js';
import type { Reader } from './reader.js';

type Named = Pick<Reader, 'name' | 'version'>;

/** How far one reader is behind one ledger; `seconds` is the age of the oldest event it has not read. */
export interface Lag {
  readonly reader: string;
  readonly version: number;
  readonly ledger: number;
  readonly position: number;
  readonly behind: number;
  readonly seconds: number;
  readonly trouble?: string;
}

/** Where the readers stand. */
export class Checkpoints {
  /** `readers`: those that are anybody's concern here; all that were ever enlisted where none are named. */
  constructor(
    private readonly db: Database,
    private readonly readers?: readonly Named[],
  ) {}

  /** Makes the checkpoints of readers that have none. Needs the worker's role. */
  async enlist(readers: readonly Named[]): Promise<void> {
    const values = [readers.map(({ name }) => name), readers.map(({ version }) => version)];
    await this.db.call({ text: statements.enlist, values });
  }

  /** Locks a reader's checkpoint for the rest of the transaction and tells its position. */
  async lock(tx: Tx, reader: Named, ledger: number): Promise<number> {
    const [row] = await tx.query<{ position: string }>(statements.lockCheckpoint, [
      reader.name,
      reader.version,
      ledger,
    ]);
    if (!row) throw new Error(`Reader ${reader.name} v${reader.version} was never enlisted on ledger ${ledger}`);
    return Number(row.position);
  }

  /** Moves a locked checkpoint. */
  async move(tx: Tx, reader: Named, ledger: number, to: number): Promise<void> {
    await tx.query(statements.moveCheckpoint, [reader.name, reader.version, ledger, to]);
  }

  /** Notes that a reader could not go on; health shows it until the checkpoint moves again. */
  async note(reader: Named, ledger: number, trouble: string): Promise<void> {
    await this.db.call({ text: statements.noteTrouble, values: [reader.name, reader.version, ledger, trouble] });
  }

  /** The lag of every enlisted reader that is of concern, or of those given. */
  async lags(readers: readonly Named[] | undefined = this.readers): Promise<Lag[]> {
    const rows = await this.db.call<
      Record<'reader' | 'position' | 'behind', string> & Omit<Lag, 'position' | 'behind'>
    >({
      text: lags,
    });
    const known = (row: { reader: string; version: number }) =>
      !readers || readers.some(({ name, version }) => name === row.reader && version === row.version);
    return rows.filter(known).map(({ trouble, ...row }) => ({
      ...row,
      position: Number(row.position),
      behind: Number(row.behind),
      ...(trouble && { trouble }),
    }));
  }

  /**
   * Waits until a reader has reached a position (read your own writes), at most `within` milliseconds.
   * Answers whether it has.
   */
  async reached(reader: Named, ledger: number, target: number, within = 2000): Promise<boolean> {
    const deadline = performance.now() + within;
    for (let wait = 5; ; wait = Math.min(2 * wait, 40)) {
      const [row] = await this.db.call<{ position: string }>({
        name: 'readers.position',
        text: statements.position,
        values: [reader.name, reader.version, ledger],
      });
      if (row && Number(row.position) >= target) return true;
      if (performance.now() >= deadline) return false;
      await pause(wait);
    }
  }
}
