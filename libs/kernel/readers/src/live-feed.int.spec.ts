import { Queue } from 'bullmq';
import { code, eventType, open } from '#kernel/core';
import { connectRedis } from '#kernel/platform';
import { recorded } from '#kernel/readers/testing';
import { inTime } from '../../../../test/support/in-time.js';
import { eventually } from '../../../../test/support/index.js';
import { type OwnRedis, ownRedis } from '../../../../test/support/own-redis.js';
import { LiveFeed } from './live-feed.js';
import { Publisher } from './publisher.js';
import { RedisFeedReceiver, RedisFeedSender } from './redis-feed.js';

const catalogue = [eventType('SomethingNoted', 1, { words: open('OPER', code(['seen'])) })];

describe('the live feed', () => {
  let redis: OwnRedis;
  let queue: Queue;
  let publisher: Publisher;
  const ends: (() => unknown)[] = [];

  const connected = (purpose: 'producer' | 'consumer') => {
    const connection = connectRedis(redis.url, purpose);
    ends.push(() => connection.disconnect());
    return connection;
  };
  /** A worker's end. */
  const feeding = (): LiveFeed => {
    const connection = connected('consumer');
    const feed = new LiveFeed({ connection, prefix: 'test' }, new RedisFeedSender(connection, 'test'));
    ends.unshift(() => feed.stop());
    return feed;
  };
  /** An api's end, and what it has heard. */
  const listening = async () => {
    const receiver = new RedisFeedReceiver(connected('consumer'), 'test');
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
  const publish = (count: number) => {
    const events = Array.from({ length: count }, () => recorded({ type: 'SomethingNoted', data: { words: 'seen' } }));
    const positions = events.map(({ position }) => String(position));
    return eventually(() => publisher.apply(undefined, events)).then(() => positions);
  };

  beforeEach(async () => {
    redis = await ownRedis();
    queue = new Queue('outbound', { connection: { url: redis.url }, prefix: 'test' });
    queue.on('error', () => undefined);
    publisher = new Publisher(connected('producer'), 'test', catalogue, 100);
    ends.push(() => publisher.close());
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    await queue.close();
    await redis.close();
  });

  it('tells every api each envelope, in the order of the ledger', async () => {
    const heard = [await listening(), await listening()];
    feeding();
    const positions = await publish(90);
    for (const one of heard) await eventually(() => expect(one).toEqual(['begun', ...positions]));
  });

  it('empties the queue though nobody listens, so that the publisher need not pause', async () => {
    feeding();
    for (let times = 0; times < 4; times++) await publish(60);
    await eventually(async () => expect(await queue.getWaitingCount()).toBe(0));
    expect(await queue.getFailedCount()).toBe(0);
  });

  it('shares the work among workers, and tells nothing twice', async () => {
    const heard = await listening();
    feeding();
    feeding();
    const positions = await publish(90);
    await eventually(() => expect(heard.length).toBe(91));
    expect(new Set(heard)).toEqual(new Set(['begun', ...positions]));
  });

  it('says that it was interrupted, and that it begins anew, and goes on', async () => {
    const heard = await listening();
    feeding();
    redis.kill();
    await eventually(() => expect(heard).toContain('interrupted'));
    await redis.revive();
    await eventually(() => expect(heard.at(-1)).toBe('begun'));
    const [position] = await publish(1);
    await eventually(() => expect(heard.at(-1)).toBe(position));
  });

  it('leaves within seconds where Redis is gone', async () => {
    const feed = feeding();
    redis.kill();
    await inTime(feed.stop());
    await redis.revive();
  });
});
