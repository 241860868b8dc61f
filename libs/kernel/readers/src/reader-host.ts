import type { Logger } from '#kernel/platform';
import { type Poke, READERS_QUEUE } from './queue-names.js';
import type { Queues, Taker } from './queues/queues.js';
import type { Sequencer } from './sequencer.js';

/** The floor under the pokes: without Redis, a view is at most this much older than the ledger. */
const SWEEP_MS = 2000;

/** Keeps readers moving: pokes from a queue for speed, a sweep for certainty. */
export class ReaderHost {
  private pokes: Taker | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  /** What does not answer, so that the log hears of it once and not at every try. */
  private readonly away = new Set<'PostgreSQL' | 'Redis'>();

  constructor(
    private readonly sequencer: Sequencer,
    private readonly queues: Queues,
    private readonly logger: Logger,
    /** Milliseconds between two sweeps. */
    private readonly sweepEvery = SWEEP_MS,
  ) {}

  async start(): Promise<void> {
    await this.sequencer.start();
    this.pokes = this.queues.take<Poke>({
      queue: READERS_QUEUE,
      abreast: 4,
      work: ({ track, ledger }) => this.sequencer.catchUp(track, ledger),
      missing: (error) => this.missing(this.queues.store, error),
    });
    this.queues.onBack(() => this.answers(this.queues.store));
    this.schedule(0);
  }

  /** Finishes the steps under way, then leaves: within seconds, whatever the queue does. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.looking;
    await this.sequencer.stop();
    await this.pokes?.stop();
    this.pokes = undefined;
  }

  private schedule(after: number): void {
    this.timer = setTimeout(() => {
      this.looking = this.sweep().finally(() => {
        if (this.timer) this.schedule(this.sweepEvery);
      });
    }, after);
  }

  /** Starts whoever is behind and waits for none: a long way of one reader is no reason to forget the others. */
  private async sweep(): Promise<void> {
    try {
      for (const { reader, ledger } of await this.sequencer.behind()) void this.sequencer.catchUp(reader, ledger);
      this.answers('PostgreSQL');
    } catch (error) {
      this.missing('PostgreSQL', error as Error);
    }
  }

  private missing(what: 'PostgreSQL' | 'Redis', error: Error): void {
    if (this.away.has(what)) return;
    this.away.add(what);
    const means = what === 'Redis' ? 'Redis does not answer: sweeping only' : 'PostgreSQL does not answer';
    this.logger.warn({ trouble: error.name }, means);
  }

  private answers(what: 'PostgreSQL' | 'Redis'): void {
    if (this.away.delete(what)) this.logger.info(`${what} answers again`);
  }
}
