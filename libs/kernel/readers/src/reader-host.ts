import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from '#kernel/platform';
import { type Poke, READERS_QUEUE } from './queue-names.js';
import type { Sequencer } from './sequencer.js';

/** The floor under the pokes: without Redis, a view is at most this much older than the ledger. */
const SWEEP_MS = 2000;

/** Keeps readers moving: pokes from Redis for speed, a sweep for certainty. */
export class ReaderHost {
  private worker: Worker<Poke> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly sequencer: Sequencer,
    private readonly redis: { connection: Redis; prefix: string },
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    await this.sequencer.start();
    this.worker = new Worker<Poke>(READERS_QUEUE, ({ data }) => this.sequencer.catchUp(data.reader, data.ledger), {
      ...this.redis,
      concurrency: 4,
      lockDuration: 10_000,
      stalledInterval: 2000,
      maxStalledCount: 100,
      skipVersionCheck: true,
    });
    this.worker.on('error', (error) =>
      this.logger.warn({ trouble: error.name }, 'Redis does not answer: sweeping only'),
    );
    this.schedule(0);
  }

  /** Finishes the steps under way, then leaves. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.sequencer.stop();
    await this.sweeping;
    await this.worker?.close(true).catch(() => undefined);
    this.worker = undefined;
  }

  private schedule(after: number): void {
    this.timer = setTimeout(() => {
      this.sweeping = this.sequencer
        .sweep()
        .catch((error: Error) => this.logger.warn({ trouble: error.name }, 'a sweep failed; the next one comes'))
        .finally(() => {
          if (this.timer) this.schedule(SWEEP_MS);
        });
    }, after);
  }
}
