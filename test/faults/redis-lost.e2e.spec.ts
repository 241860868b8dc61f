import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { type OwnRedis, ownRedis } from '../support/own-redis.js';
import { seedOf } from './chance.js';
import { Load } from './load.js';
import { outboundProblems } from './outbound.js';
import { WHOLE } from './whole.js';

const ABSENT_MS = WHOLE ? 30_000 : 3000;
const seed = seedOf('redis lost');

/** Both processes live, and nothing of the load was refused, lost or doubled. */
const allWell = async (what: string, journey: Journey, load: Load) => {
  const healed = performance.now();
  await load.end();
  expect(await load.problems()).toEqual([]);
  const reads = Math.round(performance.now() - healed);
  process.stdout.write(`${what}: ${load.journal.summary()}; all read and checked after ${reads} ms\n`);
  expect(load.journal.entries.filter(({ outcome }) => outcome.is !== 'acknowledged')).toEqual([]);
  expect(await outboundProblems(journey.database, 0, { lossy: true })).toEqual([]);
  const { api, worker } = journey.forthright;
  expect([api.lives, worker.lives]).toEqual([true, true]);
};

describe('Redis is disposable', () => {
  let redis: OwnRedis;
  let journey: Journey;

  beforeAll(async () => {
    redis = await ownRedis();
    journey = await Journey.begin({ redisUrl: redis.url });
  });
  afterAll(async () => {
    await journey?.end();
    await redis?.close();
  });

  it('ten FLUSHALLs under load lose nothing', async () => {
    const load = await Load.begin(journey, { seed });
    for (let times = 0; times < 10; times++) {
      await load.acknowledges(5);
      await redis.call('flushall');
    }
    await allWell('ten FLUSHALLs', journey, load);
  });

  it('after a flush the bell is heard again: pokes are taken, and sweeps are not all there is', async () => {
    await redis.call('flushall');
    const client = await journey.as('risk-manager');
    const load = await Load.begin(journey, { client, seed: seed + 100, clients: 1 });
    await load.acknowledges(3);
    await load.end();
    await eventually(async () => {
      const keys = (await redis.call('keys', '*:readers:events')) as string[];
      const taken = await Promise.all(keys.map((key) => redis.call('xlen', key)));
      expect(Math.max(0, ...taken.map(Number))).toBeGreaterThan(0);
    });
    expect(await load.problems()).toEqual([]);
  });

  it('FLUSHDB, and a Redis that comes back empty, lose nothing', async () => {
    const load = await Load.begin(journey, { seed: seed + 200 });
    await load.acknowledges(5);
    await redis.call('flushdb');
    await load.acknowledges(5);
    await redis.call('config', 'set', 'appendonly', 'no');
    await redis.call('flushall');
    redis.kill();
    await load.acknowledges(5);
    await redis.revive();
    await load.acknowledges(5);
    await allWell('flushed and empty', journey, load);
  });

  it(`absent for ${ABSENT_MS / 1000} s in the middle: commands go on, and views by sweeps`, async () => {
    const load = await Load.begin(journey, { seed: seed + 300 });
    await load.acknowledges(5);
    redis.kill();
    const until = Date.now() + ABSENT_MS;
    while (Date.now() < until) await load.acknowledges(1);
    await redis.revive();
    await allWell(`absent for ${ABSENT_MS} ms in the middle`, journey, load);
  });

  it('full: what it refuses stays where it came from, and goes on when there is room', async () => {
    const load = await Load.begin(journey, { seed: seed + 400 });
    await redis.call('config', 'set', 'maxmemory', '1');
    await load.acknowledges(20);
    await redis.call('config', 'set', 'maxmemory', '0');
    await allWell('full', journey, load);
  });

  it('set to evict: the processes leave rather than work on it', async () => {
    await redis.call('config', 'set', 'maxmemory-policy', 'allkeys-lru');
    redis.kill();
    await redis.revive(); // comes back as its file says: noeviction
    await redis.call('config', 'set', 'maxmemory-policy', 'allkeys-lru');
    await redis.call('client', 'kill', 'type', 'normal');
    await eventually(() => expect(journey.forthright.worker.lives).toBe(false));
    await redis.call('config', 'set', 'maxmemory-policy', 'noeviction');
    journey.forthright.worker.start();
    await journey.readersAtHead();
  });
});

describe('Redis is not needed to start', () => {
  it(`absent for ${ABSENT_MS / 1000} s from the boot on: everything works, and the bells ring when it comes`, async () => {
    const redis = await ownRedis();
    redis.kill();
    const journey = await Journey.begin({ redisUrl: redis.url, stranded: ['outbound'] });
    try {
      const load = await Load.begin(journey, { seed: seed + 500 });
      const until = Date.now() + ABSENT_MS;
      while (Date.now() < until) await load.acknowledges(1);
      await redis.revive();
      await allWell(`absent for ${ABSENT_MS} ms from the boot on`, journey, load);
      await eventually(async () => {
        const readers = await journey.readers();
        expect(readers.find(({ reader }) => reader === 'outbound')).toMatchObject({ behind: 0 });
      });
    } finally {
      await journey.end();
      await redis.close();
    }
  });
});
