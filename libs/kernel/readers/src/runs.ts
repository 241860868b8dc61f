import { setTimeout as pause } from 'node:timers/promises';

/**
 * Milliseconds between two looks at a ledger: what comes meanwhile is read at once. Under load it saves most of the work,
 * and whoever is alone does not wait.
 */
const BREATH_MS = 8;

/** Something under way; `again` when somebody called meanwhile. */
interface Run {
  again: boolean;
  done: Promise<void>;
}

/** What runs once at a time under a key: a call for what is under way makes it look again before it ends. */
export class Runs {
  private readonly underway = new Map<string, Run>();
  private readonly lastLooks = new Map<string, number>();
  private stopping = false;

  /** Whether no pass is to begin any more. */
  get stopped(): boolean {
    return this.stopping;
  }

  /** Answers when a pass that began after this call has ended. */
  call(key: string, pass: () => Promise<void>): Promise<void> {
    const known = this.underway.get(key);
    if (known) {
      known.again = true;
      return known.done;
    }
    const run: Run = { again: true, done: Promise.resolve() };
    this.underway.set(key, run);
    run.done = this.passes(key, run, pass).finally(() => this.underway.delete(key));
    return run.done;
  }

  /** Waits until nothing is under way. */
  async settled(): Promise<void> {
    while (this.underway.size > 0) await Promise.all([...this.underway.values()].map(({ done }) => done));
  }

  /** Begins no further pass and waits until those under way are done. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.settled();
  }

  private async passes(key: string, run: Run, pass: () => Promise<void>): Promise<void> {
    while (run.again && !this.stopping) {
      await this.breathe(key);
      run.again = false;
      await pass();
    }
  }

  private async breathe(key: string): Promise<void> {
    const rest = (this.lastLooks.get(key) ?? Number.NEGATIVE_INFINITY) + BREATH_MS - performance.now();
    if (rest > 0) await pause(rest);
    this.lastLooks.set(key, performance.now());
  }
}
