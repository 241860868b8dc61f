import type { Recorded } from '#kernel/core';
import { type Database, literal, type Tx } from '#kernel/platform';
import type { Receipt } from './append.js';
import { commandOf, headOf, pageOf, streamOf } from './log.sql.js';
import { type RecordedRow, recordedOf } from './recorded-row.js';
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
}

interface CommandRow extends Omit<Receipt, 'position'> {
  readonly request_hash: Buffer;
  readonly position: string;
}

/** Reads the ledger: one stream, or everything in order. */
export class Log {
  constructor(private readonly db: Database) {}

  /**
   * One stream of an organization; another organization's is simply absent. The events are read first, the command's id
   * after them: whoever sees what a command did, sees its id too, and answers a late retry with its receipt.
   */
  async stream(org: string, stream: string, commandId?: string): Promise<Loaded> {
    const statements = [streamOf(literal(org), literal(stream))];
    if (commandId !== undefined) statements.push(commandOf(literal(org), literal(commandId)));
    const [rows, commands] = await this.db.glance(org, statements);
    const events = (rows as unknown as RecordedRow[]).map(recordedOf);
    const [known] = (commands ?? []) as unknown as CommandRow[];
    return known ? { events, repeated: { receipt: receiptOf(known), requestHash: known.request_hash } } : { events };
  }

  /**
   * What stands after a position, at most `limit` positions of it, and of these only events of `types`. Positions have
   * no gaps and never appear late, so a reader goes on from `upTo` even where nothing matched.
   */
  async page(tx: Tx, ledger: number, after: number, limit: number, types?: readonly string[]): Promise<Page> {
    const rows = await tx.query<RecordedRow & { head: string }>(pageOf, [ledger, after, limit, types ?? null]);
    const [first] = rows;
    if (!first) throw new Error(`There is no ledger ${ledger}`);
    const events = rows.filter(({ position }) => position !== null).map(recordedOf);
    return { events, upTo: Math.max(after, Math.min(after + limit, safePosition(first.head))) };
  }

  /** The last position of a ledger; 0 while it is empty. */
  async head(ledger: number): Promise<number> {
    const [row] = await this.db.call<{ position: string }>({ text: headOf, values: [ledger] });
    if (!row) throw new Error(`There is no ledger ${ledger}`);
    return safePosition(row.position);
  }
}

const receiptOf = ({ ledger, stream, revision, position }: CommandRow): Receipt => ({
  ledger,
  stream,
  revision,
  position: safePosition(position),
});
