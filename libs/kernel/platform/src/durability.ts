import type { Redis } from 'ioredis';
import type { Database } from './database.js';
import { durabilityOff } from './durability.sql.js';
import type { Logger } from './logger.js';

/** A store is set up to lose what it acknowledged: the process must not start on it. */
export class UnsafeStore extends Error {
  override readonly name = 'UnsafeStore';
}

/** Throws {@link UnsafeStore} where PostgreSQL may lose a commit that it has acknowledged. */
export const checkPostgres = async (db: Database): Promise<void> => {
  const off = await db.call<{ name: string }>({ text: durabilityOff });
  if (off.length > 0) throw new UnsafeStore(`PostgreSQL runs with ${off.map(({ name }) => `${name}=off`).join(', ')}`);
};

/**
 * Asks Redis at every connect whether it may evict what it holds; `unsafe` is called with an {@link UnsafeStore} where
 * it may. A Redis that forbids the question gets a warning in the log.
 */
export const watchRedis = (connection: Redis, log: Logger, unsafe: (why: UnsafeStore) => void): void => {
  const onReady = async () => {
    const [, policy] = await connection.config('GET', 'maxmemory-policy').then(
      (answer) => answer as string[],
      (error: Error) => {
        log.warn({ trouble: error.name }, 'Redis would not tell its maxmemory-policy');
        return [];
      },
    );
    if (policy !== undefined && policy !== 'noeviction')
      unsafe(new UnsafeStore(`Redis runs with maxmemory-policy=${policy}`));
  };
  connection.on('ready', onReady);
  if (connection.status === 'ready') void onReady();
};
