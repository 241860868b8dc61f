import { type ConnectedConfig, connectRedis } from '#kernel/platform';
import { PostgresQueues } from './postgres-queues.js';
import type { Queues } from './queues.js';
import { RedisQueues } from './redis-queues.js';

/** The queues of a process, in the store that its configuration names. */
export const openQueues = ({
  databaseUrl,
  redisUrl,
  redisPrefix,
}: Pick<ConnectedConfig, 'databaseUrl' | 'redisUrl' | 'redisPrefix'>): Queues =>
  redisUrl === undefined
    ? new PostgresQueues(databaseUrl)
    : new RedisQueues((purpose) => connectRedis(redisUrl, purpose), redisPrefix);
