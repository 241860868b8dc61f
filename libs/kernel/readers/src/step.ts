import type { Recorded } from '#kernel/core';
import type { Log } from '#kernel/ledger';
import { type Database, secondsSince, stepTaken, type Tx } from '#kernel/platform';
import { Parked } from './parked.js';
import { lockCheckpoints, moveCheckpoints } from './parked.sql.js';
import type { Reader } from './reader.js';

/** Where a reader stands, with what it must not hand on: the streams it has parked, and events to pass by. */
interface Held {
  readonly reader: string;
  readonly position: number;
  readonly parked: readonly string[] | null;
  readonly skipped: readonly number[] | null;
}

/** One of several readers failed at the events of a shared step. */
export class ReaderFailed extends Error {
  override readonly name = 'ReaderFailed';

  constructor(
    readonly reader: Reader,
    override readonly cause: unknown,
  ) {
    super(`${reader.name} failed`);
  }
}

/** What a shared step came to: whether there was more to read, and who did not stand where the others stood. */
export interface Stepped {
  readonly more: boolean;
  readonly apart: readonly Reader[];
}

type Read = ReadonlyMap<Reader, readonly Recorded[]>;

/**
 * One transaction of some readers: lock their checkpoints, read the next positions once for all of them, let each apply
 * what is on its diet, move the checkpoints to the end though nothing matched. Whoever holds the row locks goes; the rest
 * wait their turn.
 */
export class Step {
  private readonly parked: Parked;
  /** Where each reader stood when it last took a step. */
  private readonly triedAt = new Map<string, number>();

  constructor(
    private readonly db: Database,
    private readonly log: Log,
  ) {
    this.parked = new Parked(db, log);
  }

  /**
   * Goes on by at most `limit` positions with those who stand furthest; who stands elsewhere is told as `apart`. Throws
   * {@link ReaderFailed} where one of several could not apply its events: then nothing has happened.
   */
  async take(readers: readonly Reader[], ledger: number, limit: number): Promise<Stepped> {
    const began = performance.now();
    const { read, ...stepped } = await this.db.across((tx) => this.stepIn(tx, readers, ledger, limit));
    const seconds = secondsSince(began);
    for (const [{ name, version }, events] of read) stepTaken.tell({ reader: name, version, ledger, events, seconds });
    return stepped;
  }

  /** Parks the stream of the event that a reader failed at, and goes past it, unless another worker has done so. */
  async park(reader: Reader, ledger: number, trouble: string): Promise<void> {
    await this.db.across(async (tx) => {
      const [held] = await this.lock(tx, [reader], ledger);
      const at = (held as Held).position;
      if (at !== this.triedAt.get(`${reader.name}-${ledger}`)) return;
      const { events, upTo } = await this.log.page(tx, ledger, at, 1, reader.types);
      const [event] = events;
      if (!event) return;
      await this.parked.park(tx, reader, event, trouble);
      await tx.query(moveCheckpoints, [...named([reader]), ledger, upTo]);
    });
  }

  private async stepIn(
    tx: Tx,
    readers: readonly Reader[],
    ledger: number,
    limit: number,
  ): Promise<Stepped & { read: Read }> {
    const held = new Map((await this.lock(tx, readers, ledger)).map((one) => [one.reader, one]));
    const at = Math.max(...[...held.values()].map(({ position }) => position));
    const stands = ({ name }: Reader) => held.get(name)?.position === at;
    const [together, apart] = [readers.filter(stands), readers.filter((reader) => !stands(reader))];
    for (const { name } of together) this.triedAt.set(`${name}-${ledger}`, at);
    const types = [...new Set(together.flatMap((reader) => reader.types))];
    const { events, upTo, more } = await this.log.page(tx, ledger, at, limit, types);
    const read = new Map<Reader, readonly Recorded[]>();
    if (upTo === at) return { more, apart, read };
    for (const reader of together)
      read.set(reader, await this.apply(tx, reader, events, held.get(reader.name) as Held));
    await tx.query(moveCheckpoints, [...named(together), ledger, upTo]);
    return { more, apart, read };
  }

  private async lock(tx: Tx, readers: readonly Reader[], ledger: number): Promise<Held[]> {
    const held = await tx.query<Held>(lockCheckpoints, [...named(readers), ledger]);
    const stranger = readers.find(({ name }) => !held.some(({ reader }) => reader === name));
    if (stranger)
      throw new Error(`Reader ${stranger.name} v${stranger.version} was never enlisted on ledger ${ledger}`);
    return held;
  }

  /** Hands on what a reader may read; answers that. */
  private async apply(tx: Tx, reader: Reader, events: readonly Recorded[], { parked, skipped }: Held) {
    const mine = events.filter(({ type, position }) => reader.types.includes(type) && !skipped?.includes(position));
    const waits = ({ org, stream }: Recorded) => parked?.includes(`${org}/${stream}`) ?? false;
    const readable = parked ? mine.filter((event) => !waits(event)) : mine;
    try {
      if (readable.length > 0) await reader.apply(tx, readable);
      if (parked) await this.parked.withhold(tx, reader, mine.filter(waits));
      return readable;
    } catch (error) {
      throw new ReaderFailed(reader, error);
    }
  }
}

const named = (readers: readonly Reader[]) => [readers.map(({ name }) => name), readers.map(({ version }) => version)];
