import { eventually } from '../support/eventually.js';
import { seedOf } from './chance.js';
import { Load } from './load.js';
import { replayed } from './rebuild.js';
import { Scene } from './scene.js';

const RECORD = 'safety-events.record';

describe('events that one view cannot read, under load', () => {
  const seed = seedOf('poison');
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.alone();
  });
  afterAll(() => scene?.end());

  const standing = async (name: string) => (await scene.journey.readers()).find(({ reader }) => reader === name);
  const health = async () => {
    const response = await fetch(`${scene.journey.forthright.url}/health/ready`);
    return [response.status, ((await response.json()) as { status: string }).status];
  };

  it('park their streams and nothing else; health says so; replayed after the fix, the view is what a rebuild makes', async () => {
    const { journey } = scene;
    const { worker } = journey.forthright;
    const load = await Load.begin(journey, { client: scene.client, seed });
    await load.acknowledges(10);
    worker.tell({ poison: 'SafetyEventTriaged' });
    await eventually(async () => expect((await standing(RECORD))?.parked).toBeGreaterThan(2));
    worker.tell({ poison: 'nothing' });
    const parked = (await standing(RECORD))?.parked;
    await load.acknowledges(20);
    await load.end();
    expect(await load.problemsInLedger()).toEqual([]);
    await journey.readersAtHead();
    expect(await standing(RECORD)).toMatchObject({ behind: 0 });
    expect((await standing(RECORD))?.parked).toBeGreaterThanOrEqual(parked ?? Number.NaN);
    expect((await standing('safety-events.list'))?.parked).toBeUndefined();
    expect(await health()).toEqual([200, 'degraded']);

    // Crashes change nothing about what is parked.
    await worker.end('SIGKILL');
    worker.start();
    const more = await Load.begin(journey, { client: scene.client, seed: seed + 100 });
    await more.acknowledges(5);
    await more.end();
    await journey.readersAtHead();
    expect((await standing(RECORD))?.parked).toBeGreaterThanOrEqual(parked ?? Number.NaN);

    expect(await replayed(journey.database, RECORD)).toMatchObject({ parked: 0 });
    await eventually(async () => expect(await health()).toEqual([200, 'ready']));
    expect(await more.problems()).toEqual([]);
  });
});
