import type { Recorded } from '#kernel/core';
import type { Log } from '#kernel/ledger';
import type { Database, Tx } from '#kernel/platform';
import * as statements from './parked.sql.js';
import { isPoison, troubleOf } from './poison.js';
import type { Reader } from './reader.js';
import { skippedFrom } from './skips.js';

/** How many streams one reader may park. Beyond that the fault is not an event's but the reader's, which halts. */
const PARKED_MAX = 100;

/** A stream that a reader could not go on with. */
export interface ParkedStream {
  readonly reader: string;
  readonly version: number;
  readonly ledger: number;
  readonly org: string;
  readonly stream: string;
  /** Of the event that could not be read. */
  readonly position: number;
  /** How many events wait, that one included. */
  readonly withheld: number;
  /** What happened, by name and code. */
  readonly trouble: string;
  readonly parkedAt: Date;
}

/** How many streams go on after a replay, and how many are still parked. */
export interface Replayed {
  readonly replayed: number;
  readonly parked: number;
}

type Place = Pick<ParkedStream, 'ledger' | 'org' | 'stream' | 'position'>;
type Named = Pick<Reader, 'name' | 'version'>;

/** A stream that was parked when its events were read is not any more: they are to be read again. */
class ReplayedMeanwhile extends Error {
  override readonly name = 'ReplayedMeanwhile';
}

/** Thrown where a reader has parked so much that parking more would only hide its fault. */
export class TooMuchParked extends Error {
  override readonly name = 'TooMuchParked';
}

/** The streams that readers have parked, and the way out: to try again. */
export class Parked {
  constructor(
    private readonly db: Database,
    private readonly log: Log,
  ) {}

  /** What is parked, oldest first: all of it, or of one reader or organization only. */
  list({ reader, org }: { reader?: string; org?: string } = {}): Promise<ParkedStream[]> {
    return this.db.call<ParkedStream>({ text: statements.listParked, values: [reader ?? null, org ?? null] });
  }

  /** Parks the stream of an event. Throws {@link TooMuchParked} for the hundred and first. */
  async park(tx: Tx, { name, version }: Named, event: Recorded, trouble: string): Promise<void> {
    const [row] = await tx.query<{ parked: number }>(statements.countParked, [name, version, event.ledger]);
    if ((row?.parked ?? 0) >= PARKED_MAX) throw new TooMuchParked();
    const { ledger, org, stream, position } = event;
    await tx.query(statements.park, [name, version, ledger, org, stream, position, trouble]);
  }

  /** Counts events that wait behind a parked one. Throws where one of them does not have to wait any more. */
  async withhold(tx: Tx, { name, version }: Named, events: readonly Recorded[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    const counts = new Map<string, { org: string; stream: string; events: number }>();
    for (const { org, stream } of events) {
      const known = counts.get(`${org}/${stream}`);
      counts.set(`${org}/${stream}`, { org, stream, events: (known?.events ?? 0) + 1 });
    }
    const all = [...counts.values()];
    const columns = [all.map(({ org }) => org), all.map(({ stream }) => stream), all.map((one) => one.events)];
    const rows = await tx.query(statements.withhold, [name, version, first.ledger, ...columns]);
    if (rows.length < all.length) throw new ReplayedMeanwhile();
  }

  /**
   * Lets a reader read again what it parked (all, or of one organization or stream only): each stream in a transaction of
   * its own, its events in order. A stream that fails again stays parked, from the event that it now fails at. Answers how
   * many went on.
   */
  async replay(reader: Reader, { org, stream }: { org?: string; stream?: string } = {}): Promise<Replayed> {
    const values = [reader.name, reader.version, stream ?? null, org ?? null];
    const places = await this.db.across((tx) => tx.query<Place>(statements.lockParked, values));
    let replayed = 0;
    for (const place of places) if (await this.replayOne(reader, place)) replayed++;
    return { replayed, parked: places.length - replayed };
  }

  /** What can be read of a stream is read, and stays so where a later event fails. */
  private replayOne(reader: Reader, { ledger, org, stream }: Place): Promise<boolean> {
    const key = [reader.name, reader.version, ledger, org, stream];
    return this.db.across(async (tx) => {
      const [held] = await tx.query<{ position: number; skipped: readonly number[] | null }>(
        statements.lockCheckpoints,
        [[reader.name], [reader.version], ledger],
      );
      const [place] = await tx.query<Place>(statements.lockParked, [reader.name, reader.version, stream, org]);
      if (!held || !place) return true;
      const events = await this.log.span(tx, { org, stream, from: place.position, to: held.position }, reader.types);
      const skipped = await skippedFrom(tx, reader, ledger, place.position);
      const readable = events.filter(({ position }) => !skipped.has(position));
      for (const [index, event] of readable.entries()) {
        const trouble = await this.troubleWith(tx, reader, event);
        if (trouble === undefined) continue;
        await tx.query(statements.parkFurther, [...key, event.position, trouble, readable.length - index]);
        return false;
      }
      await tx.query(statements.unpark, key);
      return true;
    });
  }

  /** Has a reader read one event; where that is poison still, nothing of it stays, and what happened is told. */
  private async troubleWith(tx: Tx, reader: Reader, event: Recorded): Promise<string | undefined> {
    await tx.query(statements.beforeOne);
    try {
      await reader.apply(tx, [event]);
      return undefined;
    } catch (error) {
      if (!isPoison(error)) throw error;
      await tx.query(statements.backBeforeOne);
      return troubleOf(error);
    }
  }
}
