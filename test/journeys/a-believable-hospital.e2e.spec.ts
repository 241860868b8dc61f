import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { connectedConfig } from '#kernel/platform';
import { seed } from '../../apps/cli/src/seed/seed.js';
import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { Journey } from '../support/journey.js';

interface Line {
  readonly id: string;
  readonly status: string;
  readonly facilityId: string;
  readonly clocks?: readonly { readonly late: boolean }[];
}

const DAY = 86_400_000;

let journey: Journey;
/** What the story told, without what its clocks have said since: time goes on. */
let told: number;

/** Events but those of clocks that ran out, or nearly have, since the story ended. */
const TOLD = `type not in ('DeadlineMissed', 'DeadlineReminded')`;
const countOf = async (database: FreshDatabase): Promise<number> => {
  const text = `select count(*)::int as events from ledger.events where ${TOLD}`;
  return (await database.worker.call<{ events: number }>({ text }))[0]?.events ?? 0;
};

beforeAll(async () => {
  journey = await Journey.begin({ story: true });
  told = await countOf(journey.database);
});
afterAll(() => journey?.end());

/** All lines of a list, page after page. */
const all = async (client: Client, path: string): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  for (let cursor = ''; ; ) {
    const page = await client.get(`${path}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    const { items, next } = page.json<{ items: Line[]; next?: string }>();
    lines.push(...items);
    if (!next) return lines;
    cursor = next;
  }
};

const statusesOf = (lines: readonly Line[]) => [...new Set(lines.map(({ status }) => status))].sort();

it.each(['risk-manager', 'lakeside-risk-manager'])('shows the %s something of everything', async (name) => {
  const client = await journey.as(name);
  const events = await all(client, '/v1/safety-events?limit=200');
  expect(events.length).toBeGreaterThan(80);
  expect(statusesOf(events)).toEqual(expect.arrayContaining(['reported', 'confirmed', 'closed']));
  const facilities = (await client.get('/v1/facilities')).json<{ items: { id: string }[] }>().items;
  for (const { id } of facilities)
    expect(events.filter(({ facilityId }) => facilityId === id).length).toBeGreaterThan(5);
});

it('has cases of every state, late ones among those that are open', async () => {
  const cases = await all(await journey.as('risk-manager'), '/v1/resolution-cases?limit=200&standing=all');
  expect(cases.length).toBeGreaterThan(30);
  expect(statusesOf(cases)).toEqual(
    expect.arrayContaining(['requested', 'activated', 'disclosing', 'reviewing', 'determining', 'closed', 'withdrawn']),
  );
  const open = cases.filter(({ status }) => status !== 'closed' && status !== 'withdrawn');
  expect(open.length).toBeGreaterThan(7);
  expect(open.some(({ clocks = [] }) => clocks.some(({ late }) => late))).toBe(true);
});

it('has concerns of most states, and clocks of every kind that runs, late ones among them', async () => {
  const client = await journey.as('risk-manager');
  const concerns = await all(client, '/v1/concerns?limit=100&standing=all');
  expect(concerns.length).toBe(48);
  expect(statusesOf(concerns)).toEqual(expect.arrayContaining(['triaged', 'closed']));
  expect(concerns.filter(({ status }) => status !== 'closed').length).toBeGreaterThan(0);
  await journey.readersAtHead();
  const deadlines = (await client.get('/v1/deadlines?limit=200')).json<{ items: { kind: string; state: string }[] }>();
  expect(deadlines.items.some(({ state }) => state === 'missed')).toBe(true);
  const late = (await client.get('/v1/deadlines?category=safety-event&late=true&limit=200')).json<{
    items: { stream: string }[];
  }>();
  const lines = await all(client, '/v1/safety-events?late=true&limit=200');
  expect(lines.map(({ id }) => `safety-event-${id}`).sort()).toEqual(
    [...new Set(late.items.map(({ stream }) => stream))].sort(),
  );
  expect(lines.length).toBeGreaterThan(3);
  expect(new Set(deadlines.items.map(({ kind }) => kind)).size).toBeGreaterThan(3);
});

it.each(['CRP-01', 'CRP-02', 'CRP-03', 'CRP-05a', 'CRP-05b', 'CRP-11', 'PC-01', 'PC-02', 'GOV-01'])(
  'has figures of %s for a year and more',
  async (id) => {
    const year = new Date().getFullYear();
    const client = await journey.as('risk-manager');
    const { figures } = (await client.get(`/v1/measures/${id}?period=quarter&from=${year - 1}-Q1&to=${year}-Q4`)).json<{
      figures: { denominator: number; people: string }[];
    }>();
    expect(figures.filter(({ denominator }) => denominator > 0).length).toBeGreaterThan(3);
  },
);

it('left the automations nothing to ask for, and nothing that they were refused', async () => {
  await journey.readersAtHead();
  expect(await countOf(journey.database)).toBe(told);
  const [last] = await journey.database.worker.call<{ at: Date }>({
    text: `select max(recorded_at) as at from ledger.events where ${TOLD}`,
  });
  expect(last?.at.getTime()).toBeLessThan(Math.floor(Date.now() / DAY) * DAY);
  const refused = await journey.database.worker.call({ text: 'select * from readers.refusals' });
  expect(refused).toEqual([]);
});

it('holds when it is verified, and says that its clock was told', async () => {
  const { code, stdout } = await journey.cli('ledger', 'verify', '--json');
  expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({ code: 0, ok: true, told: true });
});

describe('told to a database of its own', () => {
  let database: FreshDatabase;
  let env: NodeJS.ProcessEnv;
  let telling: ChildProcess | undefined;

  beforeAll(async () => {
    database = await freshDatabase();
    env = {
      ...process.env,
      NODE_ENV: 'development',
      DATABASE_URL: database.url,
      REDIS_URL: database.redisUrl,
      REDIS_PREFIX: database.redisPrefix,
      DATA_DIR: journey.forthright.dataDir,
    };
  });
  afterAll(async () => {
    telling?.kill('SIGKILL');
    await database?.close();
  });

  const events = () => countOf(database);

  it('goes on where it was killed, and adds nothing when it is told again', async () => {
    const program = `import('${join(__dirname, '../../dist/apps/cli/src/seed/seed.js')}').then(async ({ seed }) => {
      const { connectedConfig } = await import('${join(__dirname, '../../dist/libs/kernel/platform/src/index.js')}');
      await seed(connectedConfig(process.env), 'story');
    })`;
    telling = spawn(process.execPath, ['--input-type=module', '-e', program], { env, stdio: 'ignore' });
    await eventually(async () => expect(await events()).toBeGreaterThan(400), { within: 60_000 });
    telling.kill('SIGKILL');
    expect(await events()).toBeLessThan(told);
    await seed(connectedConfig(env), 'story');
    expect(await events()).toBe(told);
    await seed(connectedConfig(env), 'story');
    expect(await events()).toBe(told);
  });
});
