import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import { inTime } from '../support/in-time.js';
import { seedOf } from './chance.js';
import type { FaultProxy } from './fault-proxy.js';
import { Load } from './load.js';
import { Scene } from './scene.js';
import { WHOLE } from './whole.js';
import type { Direction } from './wire.js';

const WIRES = ['api to PostgreSQL', 'api to Redis', 'worker to PostgreSQL', 'worker to Redis', 'clients to api'];

type Loss = readonly [wire: string, lost: readonly Direction[], seconds: number];
const losing = (wire: string, seconds: number, ...lost: readonly Direction[]): Loss => [wire, lost, seconds];

/** Which wire loses what, and for how many seconds. */
const LOSSES: readonly Loss[] = [
  ...WIRES.flatMap((wire) => [losing(wire, 1, 'requests'), losing(wire, 1, 'replies')]),
  ...(WHOLE ? WIRES.map((wire) => losing(wire, 15, 'requests', 'replies')) : []),
  ...(WHOLE ? [losing('api to PostgreSQL', 60, 'replies'), losing('worker to PostgreSQL', 60, 'replies')] : []),
];

/** A worker's statement may take a minute; a wire that is dead is found out after that, and a try later all is well. */
const SILENCE_ENDS = 150_000;

describe('over wires that fail', () => {
  let seed = seedOf('network');
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.alone();
  });
  afterAll(() => scene?.end());

  const wires = (): readonly FaultProxy[] => [...scene.wires.api, ...scene.wires.worker, scene.wires.clients];

  /** Works while something is wrong, then asks what that has done. */
  const during = async (what: string, wrong: (load: Load) => Promise<unknown>) => {
    seed += 100;
    const load = await Load.begin(scene.journey, { client: scene.client, seed });
    await load.acknowledges(5);
    await wrong(load);
    const healed = performance.now();
    const writes = await load.end();
    expect(await load.problems({ within: SILENCE_ENDS })).toEqual([]);
    const reads = Math.round(performance.now() - healed);
    process.stdout.write(`${what}: writes after ${Math.round(writes)} ms, all read and checked after ${reads} ms\n`);
    for (const actor of ['api', 'worker'] as const) expect(scene.program(actor).lives).toBe(true);
  };

  it('slow, uneven and in small pieces: everything arrives', async () => {
    await during('slow wires', async (load) => {
      for (const wire of wires()) wire.weather = { latency: 3, jitter: 10, slice: 40 };
      await load.acknowledges(20);
      for (const wire of wires()) wire.heal();
    });
  });

  it('reset again and again: nothing is lost, nothing doubled', async () => {
    await during('resets', async () => {
      for (let times = 0; times < 6; times++)
        for (const wire of wires()) {
          wire.reset();
          await pause(60);
        }
    });
  });

  it.each(LOSSES)('%s: %j lost for %i s, and it goes on as if nothing had been', async (name, lost, seconds) => {
    const wire = wires()[WIRES.indexOf(name)]!;
    await during(`${name} without ${lost.join(' and ')} for ${seconds} s`, async () => {
      wire.cut(...lost);
      await pause(1000 * seconds);
      wire.heal();
    });
  });

  it('PostgreSQL accepts and never answers: 503 with Retry-After, never a hang', async () => {
    const [wire] = scene.wires.api;
    await during('half open', async () => {
      wire.weather = { halfOpen: true };
      wire.reset();
      const asking = [1, 2, 3].map(() => scene.client.get('/v1/safety-events'));
      const answers = await inTime(Promise.all(asking));
      for (const answer of answers) expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
      wire.heal();
    });
  });

  it('every connection there is falls silent for good: they are given up, and new ones are made', async () => {
    await during('silence', async () => {
      for (const wire of scene.wires.api) wire.silence();
      await inTime(
        eventually(async () => {
          const { status, headers } = await inTime(scene.client.get('/v1/safety-events'));
          if (status !== 200) expect([status, headers.get('retry-after')]).toEqual([503, '2']);
          expect(status).toBe(200);
        }),
      );
    });
  });

  if (WHOLE)
    it('the same with the worker: it takes as long as a statement of its may take, and goes on', async () => {
      await during('silence of the worker', async () => {
        for (const wire of scene.wires.worker) wire.silence();
      });
    });
});
