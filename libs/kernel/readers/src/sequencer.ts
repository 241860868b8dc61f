import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '#kernel/ledger';
import type { Database, Logger } from '#kernel/platform';
import { Checkpoints, type Lag } from './checkpoints.js';
import { isPoison, troubleOf } from './poison.js';
import type { Reader } from './reader.js';
import { Runs } from './runs.js';
import type { SelfMoving } from './self-moving.js';
import { ReaderFailed, Step } from './step.js';

/** How many positions one transaction of a live reader takes on. */
const BATCH = 500;

/** How often a reader tries an event that it cannot read, and how many milliseconds it waits before, times the try. */
const TRIES = 3;
const PAUSE_MS = 50;

/** Whoever follows the ledger: by transactions of ours, or in steps of its own. */
type Following = Reader | SelfMoving;

/** The track that a reader goes on: its own, where it shares none. */
export const trackOf = (reader: { readonly name: string; readonly track?: string }): string =>
  reader.track ?? reader.name;

/**
 * Moves readers along the ledger, in steps of one transaction each. Readers of one track that stand together go together
 * and read the ledger once; one that fails, or stands elsewhere, goes by itself until it is at the head again, and holds
 * up no other. The queue that calls may lose, double and reorder as it likes.
 */
export class Sequencer {
  readonly checkpoints: Checkpoints;
  private readonly step: Step;
  private readonly tracks = new Map<string, Following[]>();
  private readonly byName: ReadonlyMap<string, Following>;
  private readonly runs = new Runs();
  /** Readers that do not go with their track now, as `<name>-<ledger>`. */
  private readonly apart = new Set<string>();
  private readonly troubles = new Map<string, string>();

  constructor(
    db: Database,
    log: Log,
    readonly readers: readonly Following[],
    private readonly logger: Logger,
  ) {
    this.checkpoints = new Checkpoints(db);
    this.step = new Step(db, log);
    this.byName = new Map(readers.map((reader) => [reader.name, reader]));
    if (this.byName.size < readers.length) throw new Error('Two readers have one name');
    for (const reader of readers)
      this.tracks.set(trackOf(reader), [...(this.tracks.get(trackOf(reader)) ?? []), reader]);
  }

  /** Makes missing checkpoints: those of new readers, and of ledgers that were added. */
  async start(): Promise<void> {
    await this.checkpoints.enlist(this.readers);
  }

  /** Begins no further step and waits until those under way are done. */
  stop(): Promise<void> {
    return this.runs.stop();
  }

  /**
   * Brings a track, or the track of a reader, to the head of a ledger, or notes why it could not: never throws. One that
   * is under way looks once more before it ends. Readers that go by themselves are started and not waited for. What this
   * process does not run is somebody else's: ignored.
   */
  catchUp(name: string, ledger: number): Promise<void> {
    const known = this.byName.get(name);
    const track = known ? trackOf(known) : name;
    const readers = this.tracks.get(track);
    if (!readers) return Promise.resolve();
    const [only] = readers;
    if (only && readers.length === 1) return this.goAlone(only, ledger);
    return this.runs.call(`${track}/${ledger}`, () => this.goTogether(readers as Reader[], ledger));
  }

  /** The readers of this process that are not at the head. */
  async behind(): Promise<Lag[]> {
    return (await this.checkpoints.lags(this.readers)).filter(({ behind }) => behind > 0);
  }

  /** Brings every reader that is behind to the head: what happens without any queue. */
  async sweep(): Promise<void> {
    const lags = await this.behind();
    await Promise.all(lags.map(({ reader, ledger }) => this.catchUp(reader, ledger)));
    await this.runs.settled();
  }

  private async goTogether(readers: readonly Reader[], ledger: number): Promise<void> {
    for (const reader of readers) if (this.apart.has(`${reader.name}-${ledger}`)) void this.goAlone(reader, ledger);
    while (!this.runs.stopped) {
      const together = readers.filter(({ name }) => !this.apart.has(`${name}-${ledger}`));
      if (together.length === 0) return;
      try {
        const { more, apart } = await this.step.take(together, ledger, BATCH);
        for (const reader of together) this.goesOn(reader, ledger);
        for (const reader of apart) this.setApart(reader, ledger);
        if (!more) return;
      } catch (error) {
        if (error instanceof ReaderFailed) this.setApart(error.reader, ledger);
        else if (isPoison(error)) for (const reader of together) this.setApart(reader, ledger);
        else {
          for (const reader of together) await this.trouble(reader, ledger, error);
          return;
        }
      }
    }
  }

  private setApart(reader: Reader, ledger: number): void {
    this.apart.add(`${reader.name}-${ledger}`);
    void this.goAlone(reader, ledger);
  }

  private goAlone(reader: Following, ledger: number): Promise<void> {
    const key = `${reader.name}-${ledger}`;
    return this.runs.call(key, async () => {
      try {
        await ('advance' in reader ? this.advance(reader, ledger) : this.narrowing(reader, ledger));
        this.apart.delete(key);
      } catch (error) {
        await this.trouble(reader, ledger, error);
      }
    });
  }

  private async advance(reader: SelfMoving, ledger: number): Promise<void> {
    while (!this.runs.stopped && (await reader.advance(ledger))) this.goesOn(reader, ledger);
  }

  /** Halves what it reads at once where it fails, down to the one event; that one is tried again, and then parked. */
  private async narrowing(reader: Reader, ledger: number): Promise<void> {
    let limit = BATCH;
    let tries = 0;
    while (!this.runs.stopped) {
      try {
        const { more } = await this.step.take([reader], ledger, limit);
        this.goesOn(reader, ledger);
        if (!more) return;
        limit = Math.min(2 * limit, BATCH);
        tries = 0;
      } catch (failed) {
        const error = failed instanceof ReaderFailed ? failed.cause : failed;
        if (!isPoison(error)) throw error;
        if (limit > 1) limit = Math.ceil(limit / 2);
        else if (++tries < TRIES) await pause(PAUSE_MS * tries);
        else if (reader.shape === 'log') throw error;
        else {
          await this.step.park(reader, ledger, troubleOf(error));
          this.logger.error({ reader: reader.name, ledger, trouble: troubleOf(error) }, 'a stream is parked');
          tries = 0;
        }
      }
    }
  }

  private goesOn(reader: Following, ledger: number): void {
    if (this.troubles.delete(`${reader.name}-${ledger}`))
      this.logger.info({ reader: reader.name, ledger }, 'a reader goes on again');
  }

  /** Notes what happened, by name and code only: a message may quote what somebody wrote. Logged when it changes. */
  private async trouble(reader: Following, ledger: number, error: unknown): Promise<void> {
    const what = troubleOf(error);
    const key = `${reader.name}-${ledger}`;
    if (this.troubles.get(key) !== what)
      this.logger.error({ reader: reader.name, ledger, trouble: what }, 'a reader could not go on');
    this.troubles.set(key, what);
    await this.checkpoints.note(reader, ledger, what).catch(() => undefined); // without PostgreSQL the log has to do
  }
}
