import type { Clock } from '#kernel/core';
import type { Database } from '#kernel/platform';
import type { Append, Verdict } from './append.js';
import { appendProblem } from './append-problem.js';
import type { Bell } from './bell.js';
import { Lane } from './lane.js';
import { Placements } from './placements.js';

/** A process's only way to write to the log. Many callers, one batch on the wire a ledger. */
export class Appender {
  private readonly placements: Placements;
  private readonly lanes = new Map<number, Lane>();
  private closed = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly bell: Bell,
  ) {
    this.placements = new Placements(db);
  }

  /**
   * Appends, or says why not. The same command id with the same request gives the first receipt, however often it is
   * sent: after an error nobody knows whether it was written, and asking again is how to find out.
   */
  async append(append: Append): Promise<Verdict> {
    const problem = appendProblem(append);
    if (problem !== undefined) throw new Error(problem);
    if (this.closed) throw new Error('This appender is closed');
    const ledger = await this.ledgerOf(append.org);
    return ledger === undefined ? { outcome: 'unplaced' } : this.laneTo(ledger).append(append);
  }

  /** The ledger that an organization lives on, or nothing when it was placed on none. */
  ledgerOf(org: string): Promise<number | undefined> {
    return this.placements.ledgerOf(org);
  }

  /** Takes nothing more and waits until what was taken is answered. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.lanes.values()].map((lane) => lane.drained()));
  }

  private laneTo(ledger: number): Lane {
    const lane = this.lanes.get(ledger) ?? new Lane(ledger, this.db, this.clock, this.bell);
    this.lanes.set(ledger, lane);
    return lane;
  }
}
