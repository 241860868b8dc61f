import type { Client } from '../support/client.js';
import { inTime } from '../support/in-time.js';
import { Journey } from '../support/journey.js';
import { noRedis } from '../support/own-redis.js';
import { aFall, aRating } from '../support/reports.js';
import { seedOf } from './chance.js';
import { problemsAfter } from './checker.js';
import { ClientJournal } from './client-journal.js';
import { StubbornClient } from './stubborn-client.js';

describe('where there is no Redis from the start', () => {
  let journey: Journey;
  let client: Client;

  beforeAll(async () => {
    journey = await Journey.begin({ redisUrl: await noRedis(), stranded: ['outbound'] });
    client = await journey.as('risk-manager');
  });
  afterAll(() => journey?.end());

  it('a safety event goes its whole way, and its record shows it after a sweep', async () => {
    const { id } = await client.done('/v1/safety-events', aFall(journey.persona('risk-manager').facility));
    const path = `/v1/safety-events/${id}`;
    await client.done(`${path}/triage`, aRating(), { 'if-match': '"1"' });
    await client.done(`${path}/confirmation`, { lists: [] }, { 'if-match': '"2"' });
    const last = await client.done(`${path}/closure`, { disposition: 'reviewed' }, { 'if-match': '"3"' });
    await journey.readersAtHead();
    const record = await client.get(`${path}?after=${last.position}`);
    expect(record.status).toBe(200);
    expect(record.json()).toMatchObject({ status: 'closed' });
  });

  it('commands do not wait for what is not there', async () => {
    const { facility } = journey.persona('risk-manager');
    for (let times = 0; times < 20; times++) await inTime(client.done('/v1/safety-events', aFall(facility)));
  });

  it('the views catch up with a load by sweeps alone, sweep after sweep', async () => {
    const journal = new ClientJournal();
    const seed = seedOf('without Redis');
    const since = await journey.head();
    const until = Date.now() + 3000;
    const persona = journey.persona('risk-manager');
    const clients = [1, 2, 3, 4].map((index) => new StubbornClient(client, persona, journal, seed + index));
    await Promise.all(clients.map((one) => one.workUntil(() => Date.now() > until)));
    const begun = performance.now();
    await journey.readersAtHead();
    process.stdout.write(`${journal.summary()}; at the head after ${Math.round(performance.now() - begun)} ms\n`);
    expect(await problemsAfter(journey.database, journal, since)).toEqual([]);
  });

  it('only the publisher stands still, and says why', async () => {
    const response = await fetch(`${journey.forthright.url}/health/ready`);
    const { readers } = (await response.json()) as { readers: { reader: string; behind: number; trouble?: string }[] };
    expect(readers.filter(({ behind }) => behind > 0)).toEqual([
      expect.objectContaining({ reader: 'outbound', trouble: 'RedisAway' }),
    ]);
  });

  it('both processes leave when they are asked to', async () => {
    const { api, worker } = journey.forthright;
    expect(await inTime(Promise.all([api.end('SIGTERM'), worker.end('SIGTERM')]))).toEqual([0, 0]);
  });
});
