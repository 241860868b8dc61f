import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { EnvelopeCloudEvent } from './cloud-event.js';
import type { FeedSender } from './feed.js';
import { leaveWorker } from './leave-worker.js';
import { OUTBOUND_QUEUE } from './queue-names.js';

/** How many envelopes are on their way at once. They go out in the order in which they were taken. */
const ABREAST = 50;

/**
 * The subscriber of the outbound queue that is always there: it hands every envelope to the apis that listen now, so
 * that nobody has to be found before the publisher may go on. An envelope is told at least once while Redis lives.
 */
export class LiveFeed {
  private readonly worker: Worker<EnvelopeCloudEvent>;

  constructor(
    private readonly redis: { connection: Redis; prefix: string },
    sender: FeedSender,
  ) {
    this.worker = new Worker<EnvelopeCloudEvent>(OUTBOUND_QUEUE, ({ data }) => sender.send(data), {
      ...redis,
      concurrency: ABREAST,
      lockDuration: 10_000,
      stalledInterval: 2000,
      maxStalledCount: 100,
      runRetryDelay: 1000,
      skipVersionCheck: true, // a connection that breaks while it asks would leave the worker deaf for good
    });
    this.worker.on('error', () => undefined); // the host of the readers tells that Redis is away
  }

  async stop(): Promise<void> {
    await leaveWorker(this.worker, this.redis.connection);
  }
}
