import type { Log } from '#kernel/ledger';
import type { Database, Logger } from '#kernel/platform';
import { Checkpoints } from './checkpoints.js';
import type { Reader } from './reader.js';

/** How many positions one transaction of a live reader takes on. */
const BATCH = 500;

/**
 * Moves readers along the ledger. One step is one transaction: lock the checkpoint, read the next batch, apply it, move
 * the checkpoint to the batch's end though nothing matched. Whoever holds the row lock goes; the rest wait their turn,
 * so the queue that calls may lose, double and reorder as it likes.
 */
export class Sequencer {
  readonly checkpoints: Checkpoints;
  private readonly byName: ReadonlyMap<string, Reader>;
  private stopping = false;

  constructor(
    private readonly db: Database,
    private readonly log: Log,
    readonly readers: readonly Reader[],
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

  /** Lets the steps under way finish and begins no other. */
  stop(): void {
    this.stopping = true;
  }

  /** Brings one reader to the head of a ledger. A reader that this process does not run is somebody else's: ignored. */
  async catchUp(name: string, ledger: number): Promise<void> {
    const reader = this.byName.get(name);
    if (!reader) return;
    try {
      while (!this.stopping && (await this.step(reader, ledger)));
    } catch (error) {
      await this.trouble(reader, ledger, error as Error);
    }
  }

  /** Brings every reader that is behind to the head: what happens without any queue. */
  async sweep(): Promise<void> {
    const lags = await this.checkpoints.lags(this.readers);
    await Promise.all(
      lags.filter(({ behind }) => behind > 0).map(({ reader, ledger }) => this.catchUp(reader, ledger)),
    );
  }

  /** One transaction of one reader; answers whether there may be more. */
  private step(reader: Reader, ledger: number): Promise<boolean> {
    return this.db.across(async (tx) => {
      const position = await this.checkpoints.lock(tx, reader, ledger);
      const { events, upTo } = await this.log.page(tx, ledger, position, BATCH, reader.types);
      if (upTo === position) return false;
      if (events.length > 0) await reader.apply(tx, events);
      await this.checkpoints.move(tx, reader, ledger, upTo);
      return true;
    });
  }

  private async trouble(reader: Reader, ledger: number, error: Error): Promise<void> {
    const what = `${error.name}${'code' in error ? ` ${String(error.code)}` : ''}`;
    this.logger.error({ reader: reader.name, ledger, trouble: what }, 'a reader could not go on');
    await this.checkpoints.note(reader, ledger, what).catch(() => undefined);
  }
}
