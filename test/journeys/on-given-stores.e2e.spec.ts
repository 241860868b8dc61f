import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DevelopmentIssuer } from '#kernel/access';
import { Database, freePort, killServices, runningServices } from '#kernel/platform';
import { Personas } from '#organizations';
import { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { emptyDatabase } from '../support/fresh-database.js';
import { type Launched, launched } from '../support/launched.js';
import { type OwnRedis, ownRedis } from '../support/own-redis.js';
import { aFall } from '../support/reports.js';

const ROOT = join(__dirname, '../..');

/** Two data folders stand before one database: the key is given too. */
const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');

let given: { url: string; close(): Promise<void> };
let redis: OwnRedis;
let folder: string;
const launchers: Launched[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'forthright-given-'));
  [given, redis] = await Promise.all([emptyDatabase(), ownRedis()]);
});
afterAll(async () => {
  for (const one of launchers) one.kill();
  for (const name of ['both', 'one']) killServices(join(folder, name));
  rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  await redis?.close();
  await given?.close();
});

const told = async (dataDir: string, stores: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> => {
  const { DATABASE_URL: _, REDIS_URL: __, npm_lifecycle_event: ___, ...rest } = process.env;
  const port = `${await freePort()}`;
  return { ...rest, NODE_ENV: 'development', DATA_DIR: dataDir, PORT: port, MASTER_KEY, ...stores };
};
const start = async (env: NodeJS.ProcessEnv): Promise<Launched> => {
  const one = await launched(env);
  launchers.push(one);
  return one;
};
/** A report by the seeded risk manager, and the wait until its record is read. */
const reportAndRead = async (env: NodeJS.ProcessEnv, databaseUrl: string): Promise<number> => {
  const worker = await Database.open({ url: databaseUrl, role: 'worker', max: 2 });
  const all = await new Personas(worker).all();
  await worker.close();
  const { org, person, facility } = all.find(({ persona }) => persona === 'risk-manager') ?? {
    org: '',
    person: '',
    facility: '',
  };
  const issuer = await DevelopmentIssuer.open({ mode: 'development', dataDir: env.DATA_DIR ?? '' });
  const manager = new Client(`http://127.0.0.1:${env.PORT}`, await issuer.issue({ org, personId: person }));
  const { id, position } = await manager.done('/v1/safety-events', aFall(facility));
  await eventually(async () =>
    expect((await manager.get(`/v1/safety-events/${id}?after=${position}`)).status).toBe(200),
  );
  return position;
};
const verified = async (env: NodeJS.ProcessEnv): Promise<{ ok: boolean; positions: number }> => {
  const main = join(ROOT, 'dist/programs/cli.js');
  const { stdout } = await promisify(execFile)(process.execPath, [main, 'ledger', 'verify', '--json'], {
    cwd: ROOT,
    env,
  });
  return JSON.parse(stdout);
};

it('starts nothing of its own where both stores are given, and leaves them as they are', async () => {
  const dataDir = join(folder, 'both');
  const env = await told(dataDir, { DATABASE_URL: given.url, REDIS_URL: redis.url });
  const first = await start(env);
  expect(first.said()).not.toMatch(/started in|queues live/);
  expect(['pg', 'redis'].map((name) => existsSync(join(dataDir, name)))).toEqual([false, false]);
  const position = await reportAndRead(env, given.url);
  expect(String(await redis.call('keys', '*'))).toContain('forthright:outbound');

  const { DATABASE_URL: _, REDIS_URL: __, ...another } = env;
  expect(await verified(another)).toMatchObject({ ok: true }); // a second terminal need not be told again
  expect(await first.stop()).toBe(0);

  expect(await redis.call('ping')).toBe('PONG');
  const again = await start(env);
  const later = await reportAndRead(env, given.url);
  expect(later).toBeGreaterThan(position); // clocks of the first report stand between
  const { ok, positions } = await verified(env);
  expect(ok).toBe(true);
  expect(positions).toBeGreaterThanOrEqual(later);
  expect(await again.stop()).toBe(0);
});

it('ends with a word where the key is not the one that the database was made with', async () => {
  const other = Buffer.alloc(32, 8).toString('base64');
  const env = await told(join(folder, 'other'), { DATABASE_URL: given.url, REDIS_URL: redis.url, MASTER_KEY: other });
  const failed = await launched(env);
  expect(failed.said()).toMatch(/MASTER_KEY .* is not the one/);
  expect(await failed.stop()).toBe(1);
});

it('brings what is not given: a Redis beside a PostgreSQL of somebody', async () => {
  const dataDir = join(folder, 'one');
  const env = await told(dataDir, { DATABASE_URL: given.url });
  const only = await start(env);
  expect(['pg', 'redis'].map((name) => existsSync(join(dataDir, name)))).toEqual([false, true]);
  await reportAndRead(env, given.url);
  expect(await only.stop()).toBe(0);
  expect(runningServices(dataDir)).toBeUndefined();
});
