import { code, eventType, open } from '#kernel/core';
import { connectRedis, migrateQueues } from '#kernel/platform';
import { recorded } from '#kernel/readers/testing';
import { inTime } from '../../../../test/support/in-time.js';
import { eventually, type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { type OwnRedis, ownRedis } from '../../../../test/support/own-redis.js';
import { severConnections } from '../../../../test/support/severed.js';
import { LiveFeed } from './live-feed.js';
import { Publisher } from './publisher.js';
import { PostgresQueues } from './queues/postgres-queues.js';
import type { Queues } from './queues/queues.js';
import { RedisQueues } from './queues/redis-queues.js';

const catalogue = [eventType('SomethingNoted', 1, { words: open('OPER', code(['seen'])) })];

/** Where the queues live, and how that store goes away and comes back. */
interface Store {
  /** The queues of one more process. */
  queues(): Queues;
  away(): Promise<void>;
  back(): Promise<void>;
  close(): Promise<void>;
}

const inRedis = async (): Promise<Store> => {
  const redis: OwnRedis = await ownRedis();
  return {
    queues: () => new RedisQueues((purpose) => connectRedis(redis.url, purpose), 'test'),
    away: async () => redis.kill(),
    back: () => redis.revive(),
    close: () => redis.close(),
  };
};

const inPostgres = async (): Promise<Store> => {
  const db: FreshDatabase = await freshDatabase();
  await migrateQueues(db.url);
  return {
    queues: () => new PostgresQueues(db.url),
    away: () => severConnections(db.url),
    back: async () => undefined,
    close: () => db.close(),
  };
};

describe.each([
  ['Redis', inRedis],
  ['PostgreSQL', inPostgres],
])('the live feed through %s', (_, open_) => {
  let store: Store;
  const ends: (() => unknown)[] = [];

  const process = (): Queues => {
    const queues = store.queues();
    ends.push(() => queues.close());
    return queues;
  };
  /** A worker's end. */
  const feeding = (): LiveFeed => {
    const feed = new LiveFeed(process());
    ends.unshift(() => feed.stop());
    return feed;
  };
  /** An api's end, and what it has heard. */
  const listening = async () => {
    const receiver = process().feedReceiver();
    const heard: string[] = [];
    receiver.listen({
      told: ({ position }) => heard.push(position),
      interrupted: () => heard.push('interrupted'),
      begun: () => heard.push('begun'),
    });
    ends.unshift(() => receiver.close());
    await eventually(() => expect(heard).toEqual(['begun']));
    return heard;
  };
  const publishing = (): ((count: number) => Promise<string[]>) => {
    const publisher = new Publisher(process(), catalogue, { waitingMax: 100 });
    ends.unshift(() => publisher.close());
    return async (count) => {
      const events = Array.from({ length: count }, () => recorded({ type: 'SomethingNoted', data: { words: 'seen' } }));
      await eventually(() => publisher.apply(undefined, events));
      return events.map(({ position }) => String(position));
    };
  };

  beforeEach(async () => {
    store = await open_();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    await store.close();
  });

  it('tells every api each envelope', async () => {
    const heard = [await listening(), await listening()];
    feeding();
    const positions = await publishing()(90);
    for (const one of heard) {
      await eventually(() => expect(one.length).toBe(91));
      expect([...one].sort()).toEqual(['begun', ...positions].sort());
    }
  });

  it('empties the queue though nobody listens, so that the publisher need not pause', async () => {
    feeding();
    const publish = publishing();
    for (let times = 0; times < 4; times++) await publish(60);
    const queue = process().plain('outbound');
    ends.unshift(() => queue.close());
    await eventually(async () => expect(await queue.getWaitingCount()).toBe(0));
    expect(await queue.getFailedCount()).toBe(0);
  });

  it('shares the work among workers, and tells nothing twice', async () => {
    const heard = await listening();
    feeding();
    feeding();
    const positions = await publishing()(90);
    await eventually(() => expect(heard.length).toBe(91));
    expect(new Set(heard)).toEqual(new Set(['begun', ...positions]));
  });

  it('says that it was interrupted, and that it begins anew, and goes on', async () => {
    const heard = await listening();
    feeding();
    const publish = publishing();
    await store.away();
    await eventually(() => expect(heard).toContain('interrupted'));
    await store.back();
    await eventually(() => expect(heard.at(-1)).toBe('begun'));
    const [position] = await publish(1);
    await eventually(() => expect(heard).toContain(position));
  });

  it('leaves within seconds where its store is gone', async () => {
    const feed = feeding();
    await store.away();
    await inTime(feed.stop());
    await store.back();
  });
});
