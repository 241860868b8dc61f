import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '#kernel/core';
import { batchSent, type Statements, secondsSince } from '#kernel/platform';
import type { Append, Verdict } from './append.js';
import { batchStatement, type JudgedRow, verdictsOf } from './batch-statement.js';
import type { Bell } from './bell.js';
import { gather } from './gather.js';
import { isOutage } from './outage.js';

/** Pauses before each further try, in milliseconds: about ten seconds, in which a server restarts or another takes over. */
const PAUSES = [20, 50, 100, 250, 500, 1000, 1500, 2000, 2200, 2400];

/** Milliseconds after which there is no further try: where each takes long, fewer have to do. */
const ENOUGH = 10_000;

interface Waiting {
  readonly append: Append;
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * One process's way into one ledger. Appends that arrive while a batch is on the wire are gathered and go together in
 * the next: never two batches at once, so that what one process sends is judged in the order it was asked.
 */
export class Lane {
  private queue: Waiting[] = [];
  private running = false;

  constructor(
    private readonly ledger: number,
    private readonly db: Statements,
    private readonly clock: Clock,
    private readonly bell: Bell,
  ) {}

  append(append: Append): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      this.queue.push({ append, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.queue.length > 0) {
      await turn(); // whoever was just answered may ask again: let them ride along
      const { batch, rest } = gather(this.queue);
      this.queue = rest;
      await this.send(batch);
    }
    this.running = false;
  }

  /** Never throws. What a batch of several is refused for may be one command's own fault: then each goes by itself. */
  private async send(batch: readonly Waiting[]): Promise<void> {
    const began = performance.now();
    try {
      const verdicts = await this.deliver(batch.map(({ append }) => append));
      this.tell(batch, began, true);
      for (const [index, { resolve }] of batch.entries()) resolve(verdicts[index] as Verdict);
    } catch (error) {
      this.tell(batch, began, false);
      if (batch.length === 1 || isOutage(error)) for (const { reject } of batch) reject(error);
      else for (const one of batch) await this.send([one]);
    }
  }

  private async deliver(batch: readonly Append[]): Promise<Verdict[]> {
    const statement = batchStatement(this.ledger, this.clock.kind === 'told' ? this.clock.now() : undefined, batch);
    const begun = performance.now();
    for (let tries = 0; ; tries++) {
      try {
        const verdicts = verdictsOf(this.ledger, batch, await this.db.call<JudgedRow>(statement));
        this.ring(verdicts);
        return tries === 0 ? verdicts : verdicts.map(asOurs);
      } catch (error) {
        const wait = PAUSES[tries];
        const enough = wait === undefined || performance.now() - begun > ENOUGH;
        if (enough || !isOutage(error)) throw error;
        await pause(wait);
      }
    }
  }

  private tell(batch: readonly Waiting[], began: number, stored: boolean): void {
    const events = batch.reduce((sum, { append }) => sum + append.events.length, 0);
    batchSent.tell({ ledger: this.ledger, commands: batch.length, events, seconds: secondsSince(began), stored });
  }

  private ring(verdicts: readonly Verdict[]): void {
    const positions = verdicts.map((verdict) => ('receipt' in verdict ? verdict.receipt.position : 0));
    const last = Math.max(...positions);
    if (last > 0) this.bell.ring(this.ledger, last);
  }
}

/** After an outage "repeated" means, as far as anybody can tell, that the try before had arrived. */
const asOurs = (verdict: Verdict): Verdict =>
  verdict.outcome === 'repeated' ? { ...verdict, outcome: 'appended' } : verdict;
