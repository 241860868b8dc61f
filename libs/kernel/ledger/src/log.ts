import { type EventType, NewerEvent, type Recorded, upcast } from '#kernel/core';
import { Convoy, type Statements, type Tx } from '#kernel/platform';
import type { Receipt } from './append.js';
import { headOf, pageOf, spanOf, streamsOf } from './log.sql.js';
import { type RecordedRow, recordedFrom, recordedOf } from './recorded-row.js';
import { safePosition } from './safe-position.js';

/** A stream as it stands, and what is already known under a command's id. */
export interface Loaded {
  readonly events: Recorded[];
  readonly repeated?: { readonly receipt: Receipt; readonly requestHash: Buffer };
}

/** Some events of a ledger in order, and the position that a reader has reached by them. */
export interface Page {
  readonly events: Recorded[];
  readonly upTo: number;
  /** Whether the ledger went on beyond that when it was read. */
  readonly more: boolean;
}

/** An event of a stream, or none, and beside it the command that was asked for, where it is known. */
interface StreamRow extends RecordedRow {
  /** Which question it answers, from 1. */
  readonly asked: number;
  readonly known_hash: Buffer | null;
  readonly known_ledger: number;
  readonly known_stream: string;
  readonly known_revision: number;
  readonly known_position: string;
}

/** A stream that is wanted, and a command's id to look up with it. */
interface Wanted {
  readonly stream: string;
  readonly commandId: string | null;
}

/**
 * Reads the ledger: one stream, or everything in order. Events come in the newest shape of their type; of one that an
 * upcast fails at, asking for the data throws what the upcast threw.
 */
export class Log {
  private readonly shapes: ReadonlyMap<string, EventType>;
  private readonly convoys = new Map<string, Convoy<Wanted, StreamRow[]>>();

  /** `catalogue`: every event type that is known here. Without one, events come as they were stored. */
  constructor(
    private readonly db: Statements,
    catalogue: readonly EventType[] = [],
  ) {
    this.shapes = new Map(catalogue.map((shape) => [shape.type, shape]));
  }

  /**
   * One stream of an organization; another organization's is simply absent. Whoever sees what a command did, sees its id
   * too, and answers a late retry with its receipt.
   * Throws `NewerEvent` where the stream holds a type or version that is not known here: nobody decides on half of it.
   */
  async stream(org: string, stream: string, commandId?: string): Promise<Loaded> {
    const rows = await this.convoyOf(org).ask({ stream, commandId: commandId ?? null });
    const events = rows
      .filter(({ position }) => position !== null)
      .sort((a, b) => a.revision - b.revision)
      .map((row) => this.known(recordedOf(row)));
    const [first] = rows;
    return first?.known_hash ? { events, repeated: repeatedOf(first, first.known_hash) } : { events };
  }

  /**
   * What stands after a position, at most `limit` positions of it, and of these only events of `types`. Positions have
   * no gaps and never appear late, so a reader goes on from `upTo` even where nothing matched. Ends before an event that
   * a newer version has written, and throws `NewerEvent` where that is the first thing to read.
   */
  async page(tx: Tx, ledger: number, after: number, limit: number, types?: readonly string[]): Promise<Page> {
    const rows = await tx.query<{ head: string; event: string | null }>(pageOf, [ledger, after, limit, types ?? null]);
    const [first] = rows;
    if (!first) throw new Error(`There is no ledger ${ledger}`);
    const head = safePosition(first.head);
    const upTo = Math.max(after, Math.min(after + limit, head));
    const events: Recorded[] = [];
    for (const { event: text } of rows) {
      if (text === null) continue;
      const event = recordedFrom(text);
      try {
        events.push(this.newest(event));
      } catch (error) {
        const before = event.position - 1;
        if (error instanceof NewerEvent && before > after) return { events, upTo: before, more: true };
        throw error;
      }
    }
    return { events, upTo, more: upTo < head };
  }

  /** The events of one stream between two positions, both included, and of these only those of `types`. */
  async span(
    tx: Tx,
    { org, stream, from, to }: { org: string; stream: string; from: number; to: number },
    types: readonly string[],
  ): Promise<Recorded[]> {
    const rows = await tx.query<RecordedRow>(spanOf, [org, stream, from, to, types]);
    return rows.map((row) => this.newest(recordedOf(row)));
  }

  /** The last position of a ledger; 0 while it is empty. */
  async head(ledger: number): Promise<number> {
    const [row] = await this.db.call<{ position: string }>({ text: headOf, values: [ledger] });
    if (!row) throw new Error(`There is no ledger ${ledger}`);
    return safePosition(row.position);
  }

  /** Loads of one organization travel together. */
  private convoyOf(org: string): Convoy<Wanted, StreamRow[]> {
    const convoy = this.convoys.get(org) ?? new Convoy((wanted: readonly Wanted[]) => this.streams(org, wanted));
    this.convoys.set(org, convoy);
    return convoy;
  }

  private async streams(org: string, wanted: readonly Wanted[]): Promise<StreamRow[][]> {
    const values = [org, wanted.map(({ stream }) => stream), wanted.map(({ commandId }) => commandId)];
    const rows = await this.db.call<StreamRow>({ name: 'ledger.streams-of', text: streamsOf, values });
    const answers: StreamRow[][] = wanted.map(() => []);
    for (const row of rows) answers[row.asked - 1]?.push(row);
    return answers;
  }

  /** The event in the newest shape of its type; as it is, where the type is nobody's here. */
  private newest(event: Recorded): Recorded {
    const shape = this.shapes.get(event.type);
    if (!shape || shape.version === event.schemaVersion) return event;
    const newest = { ...event, schemaVersion: shape.version };
    try {
      return { ...newest, data: upcast(shape, event.schemaVersion, event.data as Readonly<Record<string, unknown>>) };
    } catch (error) {
      if (error instanceof NewerEvent) throw error;
      return unreadable(newest, error);
    }
  }

  private known(event: Recorded): Recorded {
    if (this.shapes.size > 0 && !this.shapes.has(event.type)) throw new NewerEvent(event.type, event.schemaVersion);
    return this.newest(event);
  }
}

/** Its envelope is known and its data is not: whoever asks for that, and nobody else, is told why. */
const unreadable = (event: Recorded, why: unknown): Recorded =>
  Object.defineProperty(event, 'data', {
    get: () => {
      throw why;
    },
  });

const repeatedOf = (row: StreamRow, requestHash: Buffer): NonNullable<Loaded['repeated']> => ({
  receipt: {
    ledger: row.known_ledger,
    stream: row.known_stream,
    revision: row.known_revision,
    position: safePosition(row.known_position),
  },
  requestHash,
});
