import { pino } from 'pino';
import { eventually } from '../../../../test/support/index.js';
import { type OwnRedis, ownRedis } from '../../../../test/support/own-redis.js';
import { type UnsafeStore, watchRedis } from './durability.js';
import { connectRedis } from './redis-connection.js';

describe('a Redis that is watched', () => {
  let redis: OwnRedis;

  beforeAll(async () => {
    redis = await ownRedis();
  });
  afterAll(() => redis.close());

  /** Watches a new connection until it has asked; answers the complaint, if there was one. */
  const watched = async (meanwhile: () => Promise<unknown> = async () => undefined) => {
    const complaints: UnsafeStore[] = [];
    const connection = connectRedis(redis.url, 'consumer');
    watchRedis(connection, pino({ level: 'silent' }), (why) => complaints.push(why));
    await eventually(() => expect(connection.status).toBe('ready'));
    await meanwhile();
    await connection.ping(); // the question went before it on the same connection
    await new Promise((resolve) => setImmediate(resolve));
    connection.disconnect();
    return complaints.map(({ name, message }) => `${name}: ${message}`);
  };

  it('is taken when it keeps what it is given', async () => {
    expect(await watched()).toEqual([]);
  });

  it('is refused when it may evict what it is given', async () => {
    await redis.call('config', 'set', 'maxmemory-policy', 'allkeys-lru');
    expect(await watched()).toEqual(['UnsafeStore: Redis runs with maxmemory-policy=allkeys-lru']);
    await redis.call('config', 'set', 'maxmemory-policy', 'noeviction');
  });

  it('is asked again whenever it comes back', async () => {
    const complaints = await watched(async () => {
      await redis.call('config', 'set', 'maxmemory-policy', 'allkeys-lru');
      await redis.call('client', 'kill', 'type', 'normal', 'skipme', 'yes');
    });
    expect(complaints).toEqual(['UnsafeStore: Redis runs with maxmemory-policy=allkeys-lru']);
    await redis.call('config', 'set', 'maxmemory-policy', 'noeviction');
  });
});
