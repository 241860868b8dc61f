import type { Recorded } from '#kernel/core';
import type { Log } from '#kernel/ledger';
import { type Database, type Logger, secondsSince, stepTaken } from '#kernel/platform';
import { Checkpoints, type Lag } from './checkpoints.js';
import type { Reader } from './reader.js';
import type { SelfMoving } from './self-moving.js';

/** How many positions one transaction of a live reader takes on. */
const BATCH = 500;

/** Whoever follows the ledger: by transactions of ours, or in steps of its own. */
type Following = Reader | SelfMoving;

/** One reader on its way to the head; `again` when somebody called meanwhile. */
interface Run {
  again: boolean;
  done: Promise<void>;
}

/**
 * Moves readers along the ledger. One step is one transaction: lock the checkpoint, read the next batch, apply it, move
 * the checkpoint to the batch's end though nothing matched. Whoever holds the row lock goes; the rest wait their turn,
 * so the queue that calls may lose, double and reorder as it likes. Within a process a reader runs once at a time, and
 * each by itself: one that is slow or fails holds up no other.
 */
export class Sequencer {
  readonly checkpoints: Checkpoints;
  private readonly byName: ReadonlyMap<string, Following>;
  private readonly underway = new Map<string, Run>();
  private readonly troubles = new Map<string, string>();
  private stopping = false;

  constructor(
    private readonly db: Database,
    private readonly log: Log,
    readonly readers: readonly Following[],
    private readonly logger: Logger,
  ) {
    this.checkpoints = new Checkpoints(db);
    this.byName = new Map(readers.map((reader) => [reader.name, reader]));
    if (this.byName.size < readers.length) throw new Error('Two readers have one name');
  }

  /** Makes missing checkpoints. Call once before anything else. */
  async start(): Promise<void> {
    await this.checkpoints.enlist(this.readers);
  }

  /** Begins no further step and waits until those under way are done. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.underway.values()].map(({ done }) => done));
  }

  /**
   * Brings one reader to the head of a ledger, or notes why it could not: never throws. A reader that is under way looks
   * once more before it ends. One that this process does not run is somebody else's: ignored.
   */
  catchUp(name: string, ledger: number): Promise<void> {
    const reader = this.byName.get(name);
    if (!reader) return Promise.resolve();
    const key = `${name}-${ledger}`;
    const known = this.underway.get(key);
    if (known) {
      known.again = true;
      return known.done;
    }
    const run: Run = { again: true, done: Promise.resolve() };
    this.underway.set(key, run);
    run.done = this.run(reader, ledger, run).finally(() => this.underway.delete(key));
    return run.done;
  }

  /** The readers of this process that are not at the head. */
  async behind(): Promise<Lag[]> {
    return (await this.checkpoints.lags(this.readers)).filter(({ behind }) => behind > 0);
  }

  /** Brings every reader that is behind to the head: what happens without any queue. */
  async sweep(): Promise<void> {
    const lags = await this.behind();
    await Promise.all(lags.map(({ reader, ledger }) => this.catchUp(reader, ledger)));
  }

  private async run(reader: Following, ledger: number, run: Run): Promise<void> {
    try {
      while (run.again && !this.stopping) {
        run.again = false;
        while (!this.stopping && (await this.step(reader, ledger)));
      }
    } catch (error) {
      await this.trouble(reader, ledger, error as Error);
    }
  }

  /** One step of one reader; answers whether there may be more. */
  private async step(reader: Following, ledger: number): Promise<boolean> {
    const moved = await ('advance' in reader ? reader.advance(ledger) : this.inTransaction(reader, ledger));
    if (moved && this.troubles.delete(`${reader.name}-${ledger}`))
      this.logger.info({ reader: reader.name, ledger }, 'a reader goes on again');
    return moved;
  }

  private async inTransaction(reader: Reader, ledger: number): Promise<boolean> {
    const { name, version } = reader;
    const began = performance.now();
    let read: readonly Recorded[] = [];
    const moved = await this.db.across(async (tx) => {
      const position = await this.checkpoints.lock(tx, reader, ledger);
      const { events, upTo } = await this.log.page(tx, ledger, position, BATCH, reader.types);
      if (upTo === position) return false;
      if (events.length > 0) await reader.apply(tx, events);
      read = events;
      await this.checkpoints.move(tx, reader, ledger, upTo);
      return true;
    });
    if (moved) stepTaken.tell({ reader: name, version, ledger, events: read, seconds: secondsSince(began) });
    return moved;
  }

  /** Notes what happened, by name and code only: a message may quote what somebody wrote. Logged when it changes. */
  private async trouble(reader: Following, ledger: number, error: Error): Promise<void> {
    const what = `${error.name}${'code' in error ? ` ${String(error.code)}` : ''}`;
    const key = `${reader.name}-${ledger}`;
    if (this.troubles.get(key) !== what)
      this.logger.error({ reader: reader.name, ledger, trouble: what }, 'a reader could not go on');
    this.troubles.set(key, what);
    await this.checkpoints.note(reader, ledger, what).catch(() => undefined); // without PostgreSQL the log has to do
  }
}
