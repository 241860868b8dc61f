import { Queue } from 'bullmq';
import { catalogueOf } from '#kernel/assembly';
import { connectRedis } from '#kernel/platform';
import { OUTBOUND_QUEUE, Publisher } from '#kernel/readers';
import { organizations } from '#organizations';
import { safetyEvents } from '#safety-events';
import type { FreshDatabase } from '../support/index.js';
import { positionsOfTypes } from './checker.sql.js';

/** The events after a position whose envelope never came to the outbound queue. Positions name their jobs. */
export const outboundMissing = async (
  { worker, redisUrl, redisPrefix }: FreshDatabase,
  since: number,
): Promise<string[]> => {
  const connection = connectRedis(redisUrl, 'consumer');
  const publisher = new Publisher(connection, redisPrefix, catalogueOf([organizations, safetyEvents]));
  const queue = new Queue(OUTBOUND_QUEUE, { connection, prefix: redisPrefix });
  try {
    const rows = await worker.call<{ position: number }>({
      text: positionsOfTypes,
      values: [since, publisher.types],
    });
    const jobs = await Promise.all(rows.map(({ position }) => queue.getJob(`l1-${position}`)));
    return rows.filter((_, index) => !jobs[index]).map(({ position }) => `${position} never left: no envelope of it`);
  } finally {
    await queue.close();
    await publisher.close();
    connection.disconnect();
  }
};
