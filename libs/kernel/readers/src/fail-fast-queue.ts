import type { JobsOptions, Queue } from 'bullmq';

/** Redis is not there: what was to be added stays where it came from. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway';
}

/** A job as it is added. */
export interface NewJob<T> {
  readonly name: string;
  readonly data: T;
  readonly opts: JobsOptions;
}

/**
 * A queue that is only added to, and never waited for. BullMQ's own add waits without end where Redis was not there from
 * the start; this one throws {@link RedisAway} at once. A store that is there and silent is bounded by the connection's
 * own timeouts.
 */
export class FailFastQueue<T = unknown> {
  constructor(
    private readonly queue: Queue,
    private readonly answers: () => boolean,
  ) {
    queue.on('error', () => undefined); // the call that fails is what counts
  }

  /** Adds jobs in this order. When it throws, some of them may have been added. */
  async add(jobs: readonly NewJob<T>[]): Promise<void> {
    await this.reached().addBulk([...jobs]);
  }

  /** How many jobs nobody has taken yet. */
  async waiting(): Promise<number> {
    return this.reached().getWaitingCount();
  }

  /** Lets go of the queue; the connection is its owner's to end. */
  async close(): Promise<void> {
    await this.queue.close().catch(() => undefined);
  }

  private reached(): Queue {
    if (!this.answers()) throw new RedisAway();
    return this.queue;
  }
}
