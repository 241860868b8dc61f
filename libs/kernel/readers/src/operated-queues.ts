import { setTimeout as pause } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import { CLOCKS_QUEUE, OUTBOUND_QUEUE, READERS_QUEUE } from './queue-names.js';
import type { Queues } from './queues/queues.js';

/** Milliseconds. */
const ANSWER_MS = 2_000;

/** The states in which a job may be, as BullMQ counts them. */
const STATES = ['waiting', 'active', 'delayed', 'prioritized', 'waiting-children', 'completed', 'failed'] as const;

/** How many jobs of a queue are in a state. */
export interface JobCount {
  readonly queue: string;
  readonly state: string;
  readonly jobs: number;
}

/** Every queue of ours as an operator looks into it. Nothing is added or taken by it. */
export class OperatedQueues {
  readonly queues: readonly Queue[];

  /** `open` makes a queue of a name, `after` lets go of what it needed. */
  constructor(
    open: (name: string) => Queue,
    private readonly after: () => unknown = () => undefined,
  ) {
    this.queues = [READERS_QUEUE, OUTBOUND_QUEUE, CLOCKS_QUEUE].map(open);
    for (const queue of this.queues) queue.on('error', () => undefined); // the question that fails is what counts
  }

  /** Over the queues of a process; `after` lets go of them where nobody else has them. */
  static over(queues: Queues, after?: () => unknown): OperatedQueues {
    return new OperatedQueues((name) => queues.plain(name), after);
  }

  /** Waits for the store of the queues; whoever may not wait without end bounds it. */
  async counts(): Promise<JobCount[]> {
    const counted = await Promise.all(
      this.queues.map(async (queue) => {
        const counts = await queue.getJobCounts(...STATES);
        return Object.entries(counts).map(([state, jobs]) => ({ queue: queue.name, state, jobs }));
      }),
    );
    return counted.flat();
  }

  /** Whether the store of the queues answers, within two seconds. */
  async answer(): Promise<boolean> {
    const patience = new AbortController();
    const late = pause(ANSWER_MS, false, patience).catch(() => false);
    const answer = await Promise.race([this.counts().then(Boolean), late]).catch(() => false);
    patience.abort();
    return answer;
  }

  async close(): Promise<void> {
    await Promise.all(this.queues.map((queue) => queue.close().catch(() => undefined)));
    await this.after();
  }
}
