import type { Database, Tx } from '#kernel/platform';
import type { Reader } from './reader.js';
import * as statements from './skips.sql.js';

/** An event that a reader passes by, since a person said so. */
export interface SkippedEvent {
  readonly reader: string;
  readonly ledger: number;
  readonly position: number;
  readonly stream: string;
  readonly type: string;
  readonly skippedBy: string;
  readonly reason: string;
  readonly skippedAt: Date;
}

/** Which event, and who decides for which reason that it is passed by. */
export interface Skip extends Pick<SkippedEvent, 'ledger' | 'position' | 'skippedBy' | 'reason'> {
  readonly org: string;
}

/** Events that readers pass by, in every rebuild too. Nobody takes that back. */
export class Skips {
  constructor(private readonly db: Database) {}

  /**
   * Has a reader pass by the event that it is stuck at, for good. Answers the event's stream, which may then be replayed;
   * nothing where the reader is stuck elsewhere, or the event is passed by already.
   */
  async add(
    { name, version }: Pick<Reader, 'name' | 'version'>,
    { org, ledger, position, skippedBy, reason }: Skip,
  ): Promise<Pick<SkippedEvent, 'stream' | 'type'> | undefined> {
    const values = [name, version, org, ledger, position, skippedBy, reason];
    const [row] = await this.db.call<Pick<SkippedEvent, 'stream' | 'type'>>({ text: statements.skip, values });
    return row;
  }

  /** What is passed by in an organization, the latest first. */
  latest(org: string, limit: number): Promise<SkippedEvent[]> {
    return this.db.call<SkippedEvent>({ text: statements.latestSkips, values: [org, limit] });
  }
}

/** The positions that a reader passes by, from one on. */
export const skippedFrom = async (
  tx: Tx,
  { name }: Pick<Reader, 'name'>,
  ledger: number,
  from: number,
): Promise<ReadonlySet<number>> => {
  const rows = await tx.query<{ position: number }>(statements.skippedFrom, [name, ledger, from]);
  return new Set(rows.map(({ position }) => position));
};
