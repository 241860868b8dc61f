import type { Clock } from '#kernel/core';
import type { Statements } from '#kernel/platform';
import type { Append, Verdict } from './append.js';
import { appendProblem } from './append-problem.js';
import type { Bell } from './bell.js';
import { Lane } from './lane.js';
import { Placements } from './placements.js';

/** A process's only way to write to the log. Many callers, one batch on the wire a ledger. */
export class Appender {
  private readonly placements: Placements;
  private readonly lanes = new Map<number, Lane>();
  private readonly underway = new Set<Promise<Verdict>>();
  private closed = false;

  constructor(
    private readonly db: Statements,
    private readonly clock: Clock,
    private readonly bell: Bell,
  ) {
    this.placements = new Placements(db);
  }

  /**
   * Appends, or says why not. The same command id with the same request gives the first receipt, however often it is
   * sent: after an error nobody knows whether it was written, and asking again is how to find out.
   */
  append(append: Append): Promise<Verdict> {
    const answer = this.judged(append);
    this.underway.add(answer);
    const settle = () => this.underway.delete(answer);
    answer.then(settle, settle);
    return answer;
  }

  /** The ledger that an organization lives on, or nothing when it was placed on none. */
  ledgerOf(org: string): Promise<number | undefined> {
    return this.placements.ledgerOf(org);
  }

  /** Takes nothing more and waits until what was taken is answered. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.underway);
  }

  private async judged(append: Append): Promise<Verdict> {
    const problem = this.closed ? 'This appender is closed' : appendProblem(append);
    if (problem !== undefined) throw new Error(problem);
    const ledger = await this.ledgerOf(append.org);
    return ledger === undefined ? { outcome: 'unplaced' } : this.laneTo(ledger).append(append);
  }

  private laneTo(ledger: number): Lane {
    const lane = this.lanes.get(ledger) ?? new Lane(ledger, this.db, this.clock, this.bell);
    this.lanes.set(ledger, lane);
    return lane;
  }
}
