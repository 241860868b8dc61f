import { setTimeout as pause } from 'node:timers/promises';
import { Journey } from '../support/journey.js';
import { type OwnRedis, ownRedis } from '../support/own-redis.js';
import { seedOf } from './chance.js';
import { problemsAfter } from './checker.js';
import { ClientJournal } from './client-journal.js';
import { StubbornClient } from './stubborn-client.js';

const CLIENTS = 8;

/** Three sweeps of two seconds, and what a machine that does other things as well adds. */
const SOON = 10_000;

describe('under load, with Redis flushed and both processes killed', () => {
  const seed = seedOf('crashes lose nothing');
  const journal = new ClientJournal();
  let redis: OwnRedis;
  let journey: Journey;
  let since: number;

  beforeAll(async () => {
    redis = await ownRedis();
    journey = await Journey.begin({ redisUrl: redis.url });
    since = await journey.head();
    let stopped = false;
    const client = await journey.as('risk-manager');
    const clients = Array.from({ length: CLIENTS }, (_, index) =>
      new StubbornClient(client, journey.persona('risk-manager'), journal, seed + index).workUntil(() => stopped),
    );
    await breakThings();
    stopped = true;
    await Promise.all(clients);
  });
  afterAll(async () => {
    await journey?.end();
    await redis?.close();
  });

  const breakThings = async () => {
    const { api, worker, ready } = journey.forthright;
    await pause(1000);
    await redis.call('flushall');
    await pause(800);
    await worker.end('SIGKILL');
    await pause(300);
    worker.start();
    await pause(800);
    await api.end('SIGKILL');
    api.start();
    await ready();
    await redis.call('flushall');
    await pause(1200);
  };

  it('the readers are at the head again soon after', async () => {
    const begun = performance.now();
    await journey.readersAtHead();
    const took = performance.now() - begun;
    process.stdout.write(`${journal.summary()}; readers at the head after ${Math.round(took)} ms\n`);
    expect(took).toBeLessThan(SOON);
  });

  it('something was at stake: commands were acknowledged, answers were lost, nothing was refused', () => {
    const { entries } = journal;
    expect(journal.acknowledged.length).toBeGreaterThan(50);
    expect(entries.filter(({ sent }) => sent > 1).length).toBeGreaterThan(0);
    expect(entries.filter(({ outcome }) => outcome.is !== 'acknowledged')).toEqual([]);
  });

  it('every acknowledged command is there once, no other is, the ledger verifies, the views equal a rebuild', async () => {
    expect(await problemsAfter(journey.database, journal, since)).toEqual([]);
  });

  it('the readers are in no trouble, and leave when they are asked to', async () => {
    const response = await fetch(`${journey.forthright.url}/health/ready`);
    const { readers } = (await response.json()) as { readers: { trouble?: string }[] };
    expect(readers.flatMap(({ trouble }) => trouble ?? [])).toEqual([]);
    expect(await journey.forthright.worker.end('SIGTERM')).toBe(0);
    expect(await journey.forthright.api.end('SIGTERM')).toBe(0);
  });
});
