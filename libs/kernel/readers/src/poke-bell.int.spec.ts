import { Queue } from 'bullmq';
import { connectRedis } from '#kernel/platform';
import { inTime } from '../../../../test/support/in-time.js';
import { eventually } from '../../../../test/support/index.js';
import { noRedis, type OwnRedis, ownRedis } from '../../../../test/support/own-redis.js';
import { PokeBell } from './poke-bell.js';
import { RedisQueues } from './queues/redis-queues.js';

describe('the bell', () => {
  let redis: OwnRedis;
  let queue: Queue;

  beforeAll(async () => {
    redis = await ownRedis();
    queue = new Queue('readers', { connection: { url: redis.url }, prefix: 'test' });
  });
  beforeEach(() => queue.obliterate({ force: true }));
  afterAll(async () => {
    for (const end of ends) await end();
    await queue.close();
    await redis.close();
  });

  const ends: (() => Promise<void>)[] = [];
  const hung = async (url = redis.url) => {
    const connection = connectRedis(url, 'producer');
    const queues = new RedisQueues(() => connection, 'test');
    ends.push(() => queues.close());
    const bell = new PokeBell(queues, ['examples.a', 'examples.b']);
    if (url === redis.url) await eventually(() => expect(connection.status).toBe('ready'));
    return { bell, connection, queues };
  };
  const pokes = async () => (await queue.getJobs()).map(({ data }) => `${data.track}-${data.ledger}`).sort();

  it('pokes every reader, once while nobody has listened', async () => {
    const { bell } = await hung();
    for (let times = 0; times < 50; times++) bell.ring(1);
    bell.ring(2);
    await bell.close();
    expect(await pokes()).toEqual(['examples.a-1', 'examples.a-2', 'examples.b-1', 'examples.b-2']);
  });

  it('does not lose a ring that comes while another is on the wire, whenever that is', async () => {
    const { bell } = await hung();
    for (let times = 0; times < 40; times++) {
      bell.ring(1);
      for (let turns = 0; turns < times; turns++) await Promise.resolve();
      if (times % 2) await new Promise((resolve) => setImmediate(resolve));
      bell.ring(2);
      await eventually(async () => expect(await pokes()).toContain('examples.b-2'), { every: 1 });
      await queue.drain();
    }
    await bell.close();
  });

  it('neither throws nor waits where Redis was never there, and closes at once', async () => {
    const { bell, connection, queues } = await hung(await noRedis());
    bell.ring(1);
    await inTime(bell.close());
    await queues.close();
    await eventually(() => expect(connection.status).toBe('end'));
    expect(() => bell.ring(1)).not.toThrow();
  });

  it('neither throws nor waits while Redis hangs, closes within seconds, and rings again once it is back', async () => {
    const { bell, connection } = await hung();
    const { bell: leaving } = await hung();
    redis.freeze();
    try {
      [1, 2, 3].map((ledger) => bell.ring(ledger));
      leaving.ring(1);
      await inTime(leaving.close());
    } finally {
      redis.thaw();
    }
    await eventually(() => expect(connection.status).toBe('ready'));
    await queue.drain();
    await eventually(async () => {
      bell.ring(3);
      expect(await pokes()).toEqual(expect.arrayContaining(['examples.a-3', 'examples.b-3'])); // and may be older ones
    });
    await bell.close();
  });

  it('rings again after Redis has forgotten everything', async () => {
    const { bell } = await hung();
    bell.ring(1);
    await eventually(async () => expect((await pokes()).length).toBe(2));
    await redis.call('flushall');
    bell.ring(1);
    await eventually(async () => expect((await pokes()).length).toBe(2));
    await bell.close();
  });

  it('leaves nothing open when it is closed', async () => {
    const clients = async () =>
      String(await redis.call('client', 'list'))
        .trim()
        .split('\n').length;
    const before = await clients();
    const { bell, queues } = await hung();
    bell.ring(1);
    expect(await clients()).toBe(before + 1);
    await bell.close();
    await queues.close();
    await eventually(async () => expect(await clients()).toBe(before));
  });
});
