import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#kernel/platform';
import { eventually } from './eventually.js';
import type { FreshDatabase } from './fresh-database.js';
import { Spawned } from './spawned.js';

const ROOT = join(__dirname, '../..');

/** Forthright as it is run: an api and a worker process from `dist/`, on a database of the test's own. */
export interface RunningForthright {
  /** Where the api answers. */
  readonly url: string;
  readonly dataDir: string;
  readonly api: Spawned;
  readonly worker: Spawned;
  /** Waits until the api says it is ready. */
  ready(): Promise<void>;
  /** Runs a verb of the command line beside them. */
  cli(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }>;
  close(): Promise<void>;
}

const runCli = (env: NodeJS.ProcessEnv, args: readonly string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const main = join(ROOT, 'dist/programs/cli.js');
    execFile(process.execPath, [main, ...args], { cwd: ROOT, env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });

/** What the programs are told besides; `api` and `worker` what only one of them is. */
export interface Telling {
  readonly env?: NodeJS.ProcessEnv;
  readonly api?: (databaseUrl: string) => NodeJS.ProcessEnv;
  readonly worker?: (databaseUrl: string) => NodeJS.ProcessEnv;
  /** Arguments of Node itself. */
  readonly nodeArgs?: readonly string[];
  /** Run what the bundles are made of: single files, whose classes a module that is loaded before them can reach. */
  readonly unbundled?: boolean;
}

/** Starts api and worker and waits until they are ready; `dataDir` is theirs, and goes with them. */
export const spawnForthright = async (
  database: FreshDatabase,
  { env: more = {}, api: toApi, worker: toWorker, nodeArgs = [], unbundled = false }: Telling = {},
  dataDir = mkdtempSync(join(tmpdir(), 'forthright-journey-')),
): Promise<RunningForthright> => {
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: database.url,
    REDIS_URL: database.redisUrl,
    REDIS_PREFIX: database.redisPrefix,
    DATA_DIR: dataDir,
    PORT: `${port}`,
    ...more,
  };
  const url = `http://127.0.0.1:${port}`;
  const file = (name: string) => (unbundled ? join(ROOT, 'dist/apps', name, 'src/main.js') : name);
  const api = new Spawned(file('api'), { ...env, ...toApi?.(database.url) }, nodeArgs);
  const worker = new Spawned(file('worker'), { ...env, ...toWorker?.(database.url) }, nodeArgs);
  const ready = async () => {
    await eventually(
      async () => {
        const { status } = await fetch(`${url}/health/ready`);
        if (status !== 200) throw new Error(`Not ready (${status}):\n${api.output}\n${worker.output}`);
      },
      { within: 60_000 },
    );
  };
  const close = async () => {
    await Promise.all([api.end(), worker.end()]);
    rmSync(dataDir, { recursive: true, force: true });
  };
  api.start();
  worker.start();
  try {
    await ready();
  } catch (error) {
    await close();
    throw new Error(`${(error as Error).message}\n${api.output}\n${worker.output}`);
  }
  return { url, dataDir, api, worker, ready, cli: (...args) => runCli(env, args), close };
};
