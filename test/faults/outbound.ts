import { catalogueOf } from '#kernel/assembly';
import { connectRedis } from '#kernel/platform';
import { OUTBOUND_QUEUE, Publisher, RedisQueues } from '#kernel/readers';
import { everyContext } from '../support/contexts.js';
import { eventually, type FreshDatabase } from '../support/index.js';
import { positionsOfTypes } from './checker.sql.js';

/** Far beyond what the live feed takes to come back. */
const TAKEN_WITHIN = 30_000;

/**
 * What is wrong with the outbound queue: events after a position whose envelope never came to it (their ids name the
 * jobs), unless Redis lost what it held; and envelopes that nobody takes.
 */
export const outboundProblems = async (
  { worker, redisUrl, redisPrefix }: FreshDatabase,
  since: number,
  { lossy }: { readonly lossy: boolean },
): Promise<string[]> => {
  const queues = new RedisQueues(() => connectRedis(redisUrl, 'consumer'), redisPrefix);
  const publisher = new Publisher(queues, catalogueOf(everyContext));
  const queue = queues.plain(OUTBOUND_QUEUE);
  const untaken = async () => {
    const count = await queue.getWaitingCount();
    if (count > 0) throw new Error(`${count} envelopes wait, and nobody takes them`);
    return [];
  };
  try {
    const waits = await eventually(untaken, { within: TAKEN_WITHIN }).catch(({ message }: Error) => [message]);
    if (lossy) return waits;
    const values = [since, publisher.types];
    const rows = await worker.call<{ eventId: string; position: number }>({ text: positionsOfTypes, values });
    const jobs = await Promise.all(rows.map(({ eventId }) => queue.getJob(eventId)));
    const missing = rows.filter((_, index) => !jobs[index]);
    return [...waits, ...missing.map(({ position }) => `${position} never left: no envelope of it`)];
  } finally {
    await queue.close();
    await publisher.close();
    await queues.close();
  }
};
