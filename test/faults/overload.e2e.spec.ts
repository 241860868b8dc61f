import { randomUUID } from 'node:crypto';
import type { Answer } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { inTime } from '../support/in-time.js';
import { aFall } from '../support/reports.js';
import { seedOf } from './chance.js';
import { Load } from './load.js';
import { Scene } from './scene.js';

/** Milliseconds that every statement takes longer. */
const SLOW = 200;

/** More than the pool of the api has connections, by far. */
const CROWD = 300;

describe('a database that is slow, and more requests than it can take', () => {
  const seed = seedOf('overload');
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.alone();
  });
  afterAll(() => scene?.end());

  const timed = async (request: () => Promise<Answer>) => {
    const begun = performance.now();
    const answer = await request();
    return { answer, took: performance.now() - begun };
  };
  const told = (what: string, answers: readonly { answer: Answer; took: number }[]) => {
    const counts = new Map<number, number>();
    for (const { answer } of answers) counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
    const slowest = Math.round(Math.max(...answers.map(({ took }) => took)));
    const statuses = [...counts].map(([status, count]) => `${count} times ${status}`).join(', ');
    process.stdout.write(`${what}: ${statuses}; slowest ${slowest} ms\n`);
  };

  it('everybody is answered: done, or 503 with Retry-After; nobody waits without end', async () => {
    scene.wires.api[0].weather = { latency: SLOW };
    const { facility } = scene.journey.persona('risk-manager');
    const requests = Array.from(
      { length: CROWD },
      (_, index) => () =>
        index % 2
          ? scene.client.get('/v1/safety-events')
          : scene.client.post('/v1/safety-events', aFall(facility), { 'idempotency-key': `${seed}-${randomUUID()}` }),
    );
    const answers = await inTime(Promise.all(requests.map(timed)));
    told(`${CROWD} at once, ${SLOW} ms a statement`, answers);
    for (const { answer } of answers) {
      expect([200, 201, 503]).toContain(answer.status);
      if (answer.status === 503) expect(answer.headers.get('retry-after')).toBe('2');
    }
    scene.wires.api[0].heal();
  });

  it('connections that are all taken: 503 with Retry-After, and health does not hang either', async () => {
    const wire = scene.wires.api[0];
    wire.cut('replies');
    const asking = Array.from({ length: 20 }, () => timed(() => scene.client.get('/v1/safety-events')));
    const health = fetch(`${scene.journey.forthright.url}/health/ready`).then(({ status }) => status);
    const answers = await inTime(Promise.all(asking));
    told('20 at once, no answer from PostgreSQL', answers);
    for (const { answer } of answers) expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await inTime(health)).toBe(503);
    wire.heal();
  });

  it('all is well soon after', async () => {
    await eventually(async () => {
      const { status } = await fetch(`${scene.journey.forthright.url}/health/ready`);
      expect(status).toBe(200);
    });
    const load = await Load.begin(scene.journey, { client: scene.client, seed });
    await load.acknowledges(20);
    await load.end();
    expect(await load.problems()).toEqual([]);
  });
});
