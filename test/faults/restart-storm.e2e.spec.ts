import { setTimeout as pause } from 'node:timers/promises';
import { Journey } from '../support/journey.js';
import { seedOf } from './chance.js';
import { Load } from './load.js';
import { WHOLE } from './whole.js';

const STORM_MS = WHOLE ? 60_000 : 6000;

/** So often somebody pulls the plug: at times before the worker has booted. */
const EVERY_MS = 700;

describe(`a worker that is killed every ${EVERY_MS} ms for ${STORM_MS / 1000} s`, () => {
  let journey: Journey;

  beforeAll(async () => {
    journey = await Journey.begin();
  });
  afterAll(() => journey?.end());

  it('is in no trouble afterwards: nothing lost, nothing doubled, nothing given up', async () => {
    const load = await Load.begin(journey, { seed: seedOf('restart storm'), clients: 2 });
    const { worker } = journey.forthright;
    const until = Date.now() + STORM_MS;
    let kills = 0;
    while (Date.now() < until) {
      // Every fourth life is a longer one: a worker that never boots would be no test of those that do.
      await pause(kills % 4 === 3 ? 4 * EVERY_MS : EVERY_MS);
      await worker.end('SIGKILL');
      worker.start();
      kills += 1;
    }
    const calm = performance.now();
    await load.end();
    expect(await load.problems()).toEqual([]);
    const took = Math.round(performance.now() - calm);
    process.stdout.write(`${kills} kills; ${load.journal.summary()}; all read and checked after ${took} ms\n`);
    expect((await journey.readers()).flatMap(({ trouble }) => trouble ?? [])).toEqual([]);
  });
});
