import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, killServices, type RunningProcess, runningServices, stillRuns } from '#kernel/platform';
import { eventually } from '../../../../test/support/index.js';

const ROOT = join(__dirname, '../../../..');

let dataDir: string;
let env: NodeJS.ProcessEnv;
let launchers: ChildProcess[];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'forthright-launch-'));
  const { DATABASE_URL: _, REDIS_URL: __, npm_lifecycle_event: ___, ...rest } = process.env;
  env = { ...rest, NODE_ENV: 'development', DATA_DIR: dataDir, PORT: `${await freePort()}` };
  launchers = [];
});
afterAll(() => {
  for (const launcher of launchers) launcher.kill('SIGKILL');
  killServices(dataDir);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

/** `forthright start`, up to its ready block. */
const started = async (): Promise<ChildProcess & { said(): string }> => {
  const main = join(ROOT, 'dist/programs/cli.js');
  const child = spawn(process.execPath, [main, 'start', '--no-story'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  launchers.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const speaking = Object.assign(child, { said: () => said });
  await eventually(
    () => {
      if (!said.includes('is ready') && child.exitCode === null) throw new Error(`Not ready: ${said}`);
    },
    { within: 90_000 },
  );
  return speaking;
};

const programs = (): RunningProcess[] => JSON.parse(readFileSync(join(dataDir, 'launcher.json'), 'utf8')).programs;

const position = async (): Promise<number> => {
  const response = await fetch(`http://127.0.0.1:${env.PORT}/health/ready`);
  expect(response.status).toBe(200);
  return Math.max(...(await response.json()).readers.map((reader: { position: number }) => reader.position));
};

/** Nothing is lost, and nothing told twice: only clocks that ran out meanwhile have added a few facts. */
const keepsWhatWasTold = async (seeded: number): Promise<void> => {
  const now = await position();
  expect(now).toBeGreaterThanOrEqual(seeded);
  expect(now).toBeLessThan(seeded * 2);
};

it('one start after the other: stopped, killed, refused, adopted; the data stays and no process does', async () => {
  const first = await started();
  const seeded = await position();
  const its = programs();
  expect(its).toHaveLength(2);

  const second = await started();
  expect(second.exitCode).toBe(1);
  expect(second.said()).toContain('already runs at http://127.0.0.1');

  first.kill('SIGINT');
  expect(await once(first, 'exit')).toEqual([0, null]);
  expect(its.map(stillRuns)).toEqual([false, false]);
  expect(runningServices(dataDir)).toBeUndefined();

  const third = await started();
  await keepsWhatWasTold(seeded);
  third.kill('SIGKILL');
  await once(third, 'exit');
  expect(runningServices(dataDir)).toBeDefined();

  const fourth = await started();
  expect(fourth.said()).toContain('is used again');
  await keepsWhatWasTold(seeded);
  const last = programs();
  fourth.kill('SIGTERM');
  expect(await once(fourth, 'exit')).toEqual([0, null]);
  expect(last.map(stillRuns)).toEqual([false, false]);
  expect(runningServices(dataDir)).toBeUndefined();
});
