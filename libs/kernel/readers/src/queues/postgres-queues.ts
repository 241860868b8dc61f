import {
  type BackendFactory,
  PostgresConnection,
  type PostgresConnectionOptions,
  PostgresQueueBackend,
  Queue,
  Worker,
} from 'bullmq';
import { queuePool } from '#kernel/platform';
import { FailFastQueue } from '../fail-fast-queue.js';
import { leaveWorker } from './leave-worker.js';
import { PostgresFeedReceiver, PostgresFeedSender } from './postgres-feed.js';
import { Queues, type Taker, type Taking } from './queues.js';

/** Each taker keeps one connection to itself, on which it waits. */
const CONNECTIONS = 10;

/** Two transactions on two cores are as fast as fifty here. */
const ABREAST_MOST = 4;

/**
 * The schema is checked when it is migrated, not at every connect: BullMQ keeps the first answer for good, so that one
 * moment without PostgreSQL would leave a queue broken.
 */
class ReadyConnection extends PostgresConnection {
  override async waitUntilReady(): Promise<void> {}
}

type Pool = ReturnType<typeof queuePool>;

const over =
  (pool: Pool): BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> =>
  (name, opts) =>
    new PostgresQueueBackend(new ReadyConnection(pool), name, opts);

/** Queues in PostgreSQL, where there is no Redis. Their tables are BullMQ's own; the ledger's statements do not touch them. */
export class PostgresQueues extends Queues {
  readonly store = 'PostgreSQL';
  private readonly pool: Pool;

  constructor(private readonly url: string) {
    super();
    this.pool = queuePool(url, CONNECTIONS);
  }

  adding<T>(name: string): FailFastQueue<T> {
    return new FailFastQueue<T>(this.plain(name), () => true);
  }

  take<T>({ queue, abreast, work, missing }: Taking<T>): Taker {
    const options = {
      connection: this.pool,
      concurrency: Math.min(abreast, ABREAST_MOST),
      lockDuration: 10_000,
      stalledInterval: 2000,
      maxStalledCount: 100,
      runRetryDelay: 1000,
      skipVersionCheck: true,
    };
    const worker = new Worker(queue, ({ data }) => work(data as T), options, over(this.pool));
    worker.on('error', (error) => missing?.(error));
    return { stop: () => leaveWorker(worker, true) };
  }

  plain(name: string): Queue {
    const options = { connection: this.pool, skipVersionCheck: true, skipMetasUpdate: true };
    return new Queue(name, options, over(this.pool)) as unknown as Queue; // alike, but for the store's own parts
  }

  /** Whoever opens the same PostgreSQL for anything else has asked it already. */
  watch(): void {}

  /** Nobody needs to be told: whoever sweeps asks the same PostgreSQL. */
  onBack(): void {}

  feedSender(): PostgresFeedSender {
    return new PostgresFeedSender(this.pool);
  }

  feedReceiver(): PostgresFeedReceiver {
    return new PostgresFeedReceiver(this.url);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
