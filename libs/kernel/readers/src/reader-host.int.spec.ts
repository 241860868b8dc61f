import { Queue } from 'bullmq';
import { connectRedis, migrateQueues } from '#kernel/platform';
import { inTime } from '../../../../test/support/in-time.js';
import { eventually, type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { noRedis, type OwnRedis, ownRedis } from '../../../../test/support/own-redis.js';
import { PokeBell } from './poke-bell.js';
import { PostgresQueues } from './queues/postgres-queues.js';
import type { Queues } from './queues/queues.js';
import { RedisQueues } from './queues/redis-queues.js';
import { quiet, Scribe, sequencing } from './reader.examples.js';
import type { Reader } from './reader.js';
import { ReaderHost } from './reader-host.js';

/** Milliseconds between sweeps that no test will see. */
const AN_HOUR = 3_600_000;

describe('the host of readers', () => {
  let db: FreshDatabase;
  let redis: OwnRedis;
  let scribe: Scribe;
  let org: string;
  let count = 0;

  beforeAll(async () => {
    db = await freshDatabase();
    redis = await ownRedis();
    scribe = new Scribe(db.api);
    org = await scribe.organization();
  });
  afterAll(async () => {
    await scribe.close();
    await redis.close();
    await db.close();
  });

  const hosting = async (url: string, apply: Reader['apply'] = async () => undefined, sweepEvery?: number) =>
    hostingOn(new RedisQueues((purpose) => connectRedis(url, purpose), 'test'), apply, sweepEvery);
  const hostingOn = async (queues: Queues, apply: Reader['apply'] = async () => undefined, sweepEvery?: number) => {
    const reader: Reader = {
      name: `examples.hosted-${++count}`,
      version: 1,
      shape: 'log',
      types: ['SomethingNoted'],
      apply,
    };
    const sequencer = await sequencing(db.worker, reader);
    const host = new ReaderHost(sequencer, queues, quiet, sweepEvery);
    await host.start();
    const stop = async () => {
      await host.stop();
      await queues.close();
    };
    const reached = (position: number, within: number) => sequencer.checkpoints.reached(reader, 1, position, within);
    return { reader, stop, reached };
  };
  const ringing = async (reader: Reader) => {
    const connection = connectRedis(redis.url, 'producer');
    await eventually(() => expect(connection.status).toBe('ready'));
    return new PokeBell(new RedisQueues(() => connection, 'test'), [reader.name]);
  };

  it('keeps up by sweeping where Redis was never there, sweep after sweep, and stops at once', async () => {
    const { reached, stop } = await hosting(await noRedis());
    for (let times = 0; times < 3; times++) {
      const { position } = await scribe.write(org);
      expect(await reached(position, 5000)).toBe(true);
    }
    await inTime(stop());
  });

  it('needs no sweep while it is poked', async () => {
    const { reader, reached, stop } = await hosting(redis.url, undefined, AN_HOUR);
    const bell = await ringing(reader);
    for (let times = 0; times < 20; times++) {
      const { position } = await scribe.write(org);
      bell.ring(1);
      expect(await reached(position, 10_000)).toBe(true);
    }
    await bell.close();
    await stop();
  });

  it('is poked through PostgreSQL where there is no Redis', async () => {
    await migrateQueues(db.url);
    const queues = new PostgresQueues(db.url);
    const { reader, reached, stop } = await hostingOn(new PostgresQueues(db.url), undefined, AN_HOUR);
    const bell = new PokeBell(queues, [reader.name]);
    for (let times = 0; times < 20; times++) {
      const { position } = await scribe.write(org);
      bell.ring(1);
      expect(await reached(position, 10_000)).toBe(true);
    }
    await bell.close();
    await queues.close();
    await inTime(stop());
  });

  it('looks once more after a poke that comes while the reader is at work', async () => {
    let begun = () => {};
    const busy = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const { reader, reached, stop } = await hosting(
      redis.url,
      async () => {
        begun();
        await new Promise((resolve) => setTimeout(resolve, 300));
      },
      AN_HOUR,
    );
    const bell = await ringing(reader);
    await busy; // the first sweep finds what the tests before have written
    const { position } = await scribe.write(org);
    bell.ring(1);
    bell.ring(1);
    expect(await reached(position, 10_000)).toBe(true);
    await bell.close();
    await stop();
  });

  it('goes on through a flush, a freeze and a death of Redis', async () => {
    const { reached, stop } = await hosting(redis.url);
    const keepsUp = async () => expect(await reached((await scribe.write(org)).position, 6000)).toBe(true);
    await redis.call('flushall');
    await keepsUp();
    redis.freeze();
    try {
      await keepsUp();
    } finally {
      redis.thaw();
    }
    redis.kill();
    await keepsUp();
    await redis.revive();
    await keepsUp();
    await stop();
  });

  it('stops within seconds while Redis hangs', async () => {
    const { reached, stop } = await hosting(redis.url);
    await reached((await scribe.write(org)).position, 6000);
    redis.freeze();
    try {
      await inTime(stop());
    } finally {
      redis.thaw();
    }
  });

  it('finishes the step under way before it has stopped, and leaves no poke taken', async () => {
    let begun = () => {};
    const busy = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let done = false;
    const { reader, stop } = await hosting(redis.url, async () => {
      begun();
      await new Promise((resolve) => setTimeout(resolve, 300));
      done = true;
    });
    const bell = await ringing(reader);
    bell.ring(1);
    await busy;
    await stop();
    expect(done).toBe(true);
    const queue = new Queue('readers', { connection: { url: redis.url }, prefix: 'test' });
    expect(await queue.getActiveCount()).toBe(0);
    await queue.close();
    await bell.close();
  });

  it('leaves no connection open when it has stopped', async () => {
    const clients = async () =>
      String(await redis.call('client', 'list'))
        .trim()
        .split('\n').length;
    const before = await clients();
    const { stop } = await hosting(redis.url);
    await eventually(async () => expect(await clients()).toBe(before + 2));
    await stop();
    await eventually(async () => expect(await clients()).toBe(before));
  });
});
