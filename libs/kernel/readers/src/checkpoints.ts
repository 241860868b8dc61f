import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Tx } from '#kernel/platform';
import * as statements from './checkpoints.sql.js';
import { lags } from './lags.sql.js';
import { withholds } from './parked.sql.js';
import type { Reader } from './reader.js';

/**
 * Which of a view's tables a checkpoint is about: the one that is read (and every reader that keeps no table), the one
 * that is being built anew, or the one that was read before the last switch.
 */
export type Slot = 'live' | 'next' | 'before';

/** Whose checkpoint. */
export type Named = Pick<Reader, 'name' | 'version' | 'track' | 'starts'> & { readonly slot?: Slot };

/** How far one reader is behind one ledger; `seconds` is the age of the oldest event it has not read. */
export interface Lag {
  readonly reader: string;
  readonly version: number;
  readonly ledger: number;
  readonly position: number;
  readonly behind: number;
  readonly seconds: number;
  readonly trouble?: string;
  /** How many streams it has parked. */
  readonly parked: number;
  /** Whether it was ever at the head: a view that was not is being built. */
  readonly built: boolean;
  /** The track that it goes on, where it is known and shared. */
  readonly track?: string;
}

/** The lag of one checkpoint, whichever it is. */
export type Standing = Lag & { readonly slot: Slot };

/** Where the readers stand. */
export class Checkpoints {
  /** `readers`: those that are anybody's concern here; all that were ever enlisted where none are named. */
  constructor(
    private readonly db: Database,
    private readonly readers?: readonly Named[],
  ) {}

  /** Makes the checkpoints of readers that have none. Needs the worker's role. */
  async enlist(readers: readonly Named[]): Promise<void> {
    const values = [
      readers.map(({ name }) => name),
      readers.map(({ version }) => version),
      readers.map(slotOf),
      readers.map(({ starts }) => starts === 'now'),
    ];
    await this.db.call({ text: statements.enlist, values });
  }

  /** Locks a reader's checkpoint for the rest of the transaction and tells its position. */
  async lock(tx: Tx, reader: Named, ledger: number): Promise<number> {
    const [row] = await tx.query<{ position: string }>(statements.lockCheckpoint, [
      reader.name,
      reader.version,
      ledger,
      slotOf(reader),
    ]);
    return positionOf(row, reader, ledger);
  }

  /** Moves a locked checkpoint. */
  async move(tx: Tx, reader: Named, ledger: number, to: number): Promise<void> {
    await tx.query(statements.moveCheckpoint, [reader.name, reader.version, ledger, slotOf(reader), to]);
  }

  /** Notes that a reader could not go on; health shows it until the checkpoint moves again. */
  async note(reader: Named, ledger: number, trouble: string): Promise<void> {
    const values = [reader.name, reader.version, ledger, slotOf(reader), trouble];
    await this.db.call({ text: statements.noteTrouble, values });
  }

  /** The lag of every enlisted reader that is of concern, or of those given: of what is read, not of what is rebuilt. */
  async lags(readers: readonly Named[] | undefined = this.readers): Promise<Lag[]> {
    const known = ({ reader, version, slot }: Standing) =>
      slot === 'live' && (!readers || readers.some((one) => one.name === reader && one.version === version));
    const tracks = new Map(readers?.map(({ name, track }) => [name, track]));
    return (await this.standings()).filter(known).map(({ slot: _slot, ...lag }) => {
      const track = tracks.get(lag.reader);
      return track === undefined ? lag : { ...lag, track };
    });
  }

  /** Every checkpoint there is: of rebuilds, of what was read before, of versions that nobody runs any more. */
  async standings(): Promise<Standing[]> {
    const rows = await this.db.call<
      Record<'reader' | 'position' | 'behind', string> & Omit<Standing, 'position' | 'behind'>
    >({ text: lags });
    return rows.map(({ trouble, ...row }) => ({
      ...row,
      position: Number(row.position),
      behind: Number(row.behind),
      ...(trouble && { trouble }),
    }));
  }

  /** Whether the event at a position waits in a stream that a reader has parked. */
  async withholds({ name, version }: Named, ledger: number, position: number): Promise<boolean> {
    const values = [name, version, ledger, position];
    const [row] = await this.db.call<{ withheld: boolean }>({ text: withholds, values });
    return row?.withheld ?? false;
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
        values: [reader.name, reader.version, ledger, slotOf(reader)],
      });
      if (row && Number(row.position) >= target) return true;
      if (performance.now() >= deadline) return false;
      await pause(wait);
    }
  }
}

const slotOf = ({ slot = 'live' }: Named): Slot => slot;

const positionOf = (row: { position: string } | undefined, { name, version }: Named, ledger: number): number => {
  if (!row) throw new Error(`Reader ${name} v${version} was never enlisted on ledger ${ledger}`);
  return Number(row.position);
};
