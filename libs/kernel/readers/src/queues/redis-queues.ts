import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { type Logger, type UnsafeStore, watchRedis } from '#kernel/platform';
import { FailFastQueue } from '../fail-fast-queue.js';
import { leaveWorker } from './leave-worker.js';
import { Queues, type Taker, type Taking } from './queues.js';
import { RedisFeedReceiver, RedisFeedSender } from './redis-feed.js';

/** How a connection is made: a `producer` fails fast, a `consumer` waits. Connections of other purposes are not shared. */
export type ConnectRedis = (purpose: 'producer' | 'consumer') => Redis;

/** Queues in Redis: connections are made when they are first needed, and one of each purpose is shared. */
export class RedisQueues extends Queues {
  readonly store = 'Redis';
  private producing: Redis | undefined;
  private consuming: Redis | undefined;

  constructor(
    private readonly connect: ConnectRedis,
    private readonly prefix: string,
  ) {
    super();
  }

  adding<T>(name: string): FailFastQueue<T> {
    const { producer } = this;
    return new FailFastQueue<T>(this.plain(name), () => producer.status === 'ready');
  }

  take<T>({ queue, abreast, work, missing }: Taking<T>): Taker {
    const { consumer } = this;
    const worker = new Worker<T>(queue, ({ data }) => work(data), {
      connection: consumer,
      prefix: this.prefix,
      concurrency: abreast,
      lockDuration: 10_000,
      stalledInterval: 2000,
      maxStalledCount: 100,
      runRetryDelay: 1000,
      skipVersionCheck: true, // a connection that breaks while it asks would leave the worker deaf for good
    });
    worker.on('error', (error) => missing?.(error));
    return { stop: () => leaveWorker(worker, consumer.status === 'ready') };
  }

  plain(name: string): Queue {
    return new Queue(name, {
      connection: this.producer,
      prefix: this.prefix,
      skipVersionCheck: true, // a connection that breaks while it asks would leave the queue broken for good
      skipMetasUpdate: true,
    });
  }

  watch(log: Logger, unsafe: (why: UnsafeStore) => void): void {
    watchRedis(this.consumer, log, unsafe);
  }

  onBack(listener: () => void): void {
    this.consumer.on('ready', listener);
  }

  feedSender(): RedisFeedSender {
    return new RedisFeedSender(this.consumer, this.prefix);
  }

  feedReceiver(): RedisFeedReceiver {
    return new RedisFeedReceiver(this.connect('consumer'), this.prefix);
  }

  async close(): Promise<void> {
    this.producing?.disconnect();
    this.consuming?.disconnect();
  }

  private get producer(): Redis {
    this.producing ??= this.connect('producer');
    return this.producing;
  }

  private get consumer(): Redis {
    this.consuming ??= this.connect('consumer');
    return this.consuming;
  }
}
