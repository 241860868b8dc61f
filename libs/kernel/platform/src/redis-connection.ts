import { Redis } from 'ioredis';

/** Milliseconds that a producer waits for an answer, and after which a silent connection is given up. */
const ANSWER_MS = 2000;
const SILENT_MS = 3000;

/**
 * A connection to Redis. A `producer` fails at once while Redis is away (a poke is never worth a wait) and soon when it
 * is there but silent; a `consumer` waits for it to come back, as BullMQ's workers need.
 */
export const connectRedis = (url: string, purpose: 'producer' | 'consumer'): Redis => {
  const connection = new Redis(url, {
    maxRetriesPerRequest: purpose === 'consumer' ? null : 0,
    enableOfflineQueue: purpose === 'consumer',
    ...(purpose === 'producer' && { commandTimeout: ANSWER_MS, socketTimeout: SILENT_MS }),
    connectTimeout: 2000,
    lazyConnect: false,
    retryStrategy: (attempt: number) => Math.min(50 * 2 ** attempt, 2000),
  });
  connection.on('error', () => undefined); // reported by whoever uses it; without a listener the process would die
  return connection;
};
