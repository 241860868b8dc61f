import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DevelopmentIssuer } from '#kernel/access';
import { Database, freePort, killServices, runningServices } from '#kernel/platform';
import { type Persona, Personas } from '#organizations';
import { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { type Launched, launched } from '../support/launched.js';
import { listenTo } from '../support/listening.js';
import { aFall, aRating } from '../support/reports.js';

const ROOT = join(__dirname, '../..');
const MAIN = join(ROOT, 'dist/programs/cli.js');
/** What would bring a Redis. */
const REDIS = /^(redis|valkey|apt|dpkg)/;

let folder: string;
let dataDir: string;
let env: NodeJS.ProcessEnv;
let launcher: Launched;

/** The programs of this machine, but for those that are a Redis or fetch one. */
const programsWithoutRedis = (): string => {
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  for (const from of (process.env.PATH ?? '').split(':').filter((one) => existsSync(one)))
    for (const name of readdirSync(from).filter((one) => !REDIS.test(one)))
      if (!existsSync(join(programs, name))) symlinkSync(join(from, name), join(programs, name));
  return programs;
};

const cli = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [MAIN, ...args], { cwd: ROOT, env })).stdout;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'forthright-no-redis-'));
  dataDir = join(folder, 'data');
  const { DATABASE_URL: _, REDIS_URL: __, npm_lifecycle_event: ___, ...rest } = process.env;
  const PATH = programsWithoutRedis();
  env = { ...rest, PATH, NODE_ENV: 'development', DATA_DIR: dataDir, PORT: `${await freePort()}` };
  launcher = await launched(env);
});
afterAll(async () => {
  launcher?.kill();
  killServices(dataDir);
  rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

it('everything runs where there is no Redis and none to be had, and says so', async () => {
  expect(launcher.said()).toMatch(/No Redis server was found on PATH[\s\S]*queues live in PostgreSQL/);
  const { databaseUrl, redisUrl } = runningServices(dataDir) ?? { databaseUrl: '' };
  expect(redisUrl).toBeUndefined();
  const worker = await Database.open({ url: databaseUrl, role: 'worker', max: 2 });
  const [persona] = (await new Personas(worker).all()).filter((one) => one.persona === 'risk-manager') as [Persona];
  const issuer = await DevelopmentIssuer.open({ mode: 'development', dataDir });
  const token = await issuer.issue({ org: persona.org, personId: persona.person });
  const manager = new Client(`http://127.0.0.1:${env.PORT}`, token);

  const feed = await listenTo(manager.url, token);
  await feed.heard(({ event }) => event === 'ready');
  const { id } = await manager.done('/v1/safety-events', aFall(persona.facility));
  const { position } = await manager.done(`/v1/safety-events/${id}/triage`, aRating(), { 'if-match': '"1"' });
  await feed.heard(({ data }) => data.position === String(position));
  feed.close();
  await eventually(async () =>
    expect((await manager.get(`/v1/safety-events/${id}?after=${position}`)).status).toBe(200),
  );

  const status = JSON.parse(await cli('readers', 'status', '--json')) as readonly { reader: string; behind: number }[];
  expect(JSON.stringify(status)).toContain('outbound');
  await eventually(async () => {
    const { readers } = (await manager.get('/health/ready')).json<{
      readers: { behind: number; trouble?: string }[];
    }>();
    expect(readers.filter(({ behind, trouble }) => behind > 0 || trouble)).toEqual([]);
  });
  await worker.close();

  expect(await launcher.stop()).toBe(0);
  expect(runningServices(dataDir)).toBeUndefined();
});
