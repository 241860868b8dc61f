import type { Queue } from 'bullmq';
import type { Logger, UnsafeStore } from '#kernel/platform';
import type { FailFastQueue } from '../fail-fast-queue.js';
import type { FeedReceiver, FeedSender } from '../feed.js';

/** Somebody who takes jobs from a queue. */
export interface Taker {
  /** Finishes what is under way, then leaves: within seconds, whatever the store of the queues does. */
  stop(): Promise<void>;
}

/** How jobs are taken. */
export interface Taking<T> {
  readonly queue: string;
  /** How many at once. */
  readonly abreast: number;
  /** Does one job; where it throws, the job has failed. */
  work(data: T): Promise<void>;
  /** The store of the queues did not answer. */
  missing?(error: Error): void;
}

/**
 * The queues of one process: in Redis, or in PostgreSQL where there is none. They may lose, double and reorder what they
 * carry, in either store, and nobody who uses them may lean on more.
 */
export abstract class Queues {
  abstract readonly store: 'Redis' | 'PostgreSQL';
  /** A queue to be added to. */
  abstract adding<T>(name: string): FailFastQueue<T>;
  /** Begins to take from a queue. */
  abstract take<T>(taking: Taking<T>): Taker;
  /** A queue as BullMQ has it, for those who look into it. Theirs to close. */
  abstract plain(name: string): Queue;
  /** Calls `unsafe` where the store may forget what it has acknowledged; asked at every connect. */
  abstract watch(log: Logger, unsafe: (why: UnsafeStore) => void): void;
  /** Calls whenever the store answers after it did not. */
  abstract onBack(listener: () => void): void;
  /** The two ends of the live feed, which has the same store. */
  abstract feedSender(): FeedSender;
  abstract feedReceiver(): FeedReceiver;
  /** Lets go of the store. Queues and takers are to be closed first. */
  abstract close(): Promise<void>;
}
