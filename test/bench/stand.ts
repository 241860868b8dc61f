import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevelopmentIssuer } from '#kernel/access';
import { migrationsOf } from '#kernel/assembly';
import { type ConnectedConfig, connectedConfig, Database, freePort, migrate } from '#kernel/platform';
import { type Persona, Personas } from '#organizations';
import { contexts } from '../../apps/cli/src/contexts.js';
import { type Seeded, seed } from '../../apps/cli/src/seed/seed.js';
import { startServices } from '../../libs/kernel/platform/src/embedded/services.js';
import { type Program, startProgram } from './program.js';

/** The whole system on stores of its own, seeded: what the suite `readers` measures. */
export interface Stand {
  readonly url: string;
  readonly config: ConnectedConfig;
  /** Sees everything. */
  readonly worker: Database;
  readonly owner: Database;
  readonly manager: Persona;
  readonly api: Program;
  readonly reading: Program;
  /** How long the seed took. */
  readonly seedSeconds: number;
  /** A bearer token of the risk manager's, which ends: ask again for every run. */
  token(): Promise<string>;
  close(): Promise<void>;
}

const FROM_SOURCE = join(import.meta.dirname, '../support/from-source.mjs');
const API = join(import.meta.dirname, 'bench-api.ts');
const WORKER = join(import.meta.dirname, '../../dist/programs/worker.js');

/** Starts stores, api and worker. The worker runs as built, the api from the same source with one more route. */
export const stand = async (seeded: Seeded = 'organizations'): Promise<Stand> => {
  const closing: Closing[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    return { ...(await opened(closing, seeded)), close };
  } catch (failure) {
    await close();
    throw failure;
  }
};

/** One thing of a stand to be put away; the last thing opened goes first. */
type Closing = () => Promise<void> | void;

const opened = async (closing: Closing[], seeded: Seeded): Promise<Omit<Stand, 'close'>> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'forthright-bench-'));
  closing.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const services = await startServices({ dataDir, programsDir: '.data' });
  closing.push(() => services.stop());
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
    DATA_DIR: dataDir,
    PORT: `${port}`,
    LOG_LEVEL: 'warn',
  };
  const config = connectedConfig(env);
  await migrate({ url: config.databaseUrl, migrations: migrationsOf(contexts) });
  const begun = performance.now();
  await seed(config, seeded);
  const seedSeconds = (performance.now() - begun) / 1000;
  const open = async (role: 'worker' | 'owner') => {
    const database = await Database.open({ url: config.databaseUrl, role, max: 4 });
    closing.push(() => database.close());
    return database;
  };
  const started = async (args: readonly string[]) => {
    const program = await startProgram(args, env);
    closing.push(() => program.stop());
    return program;
  };
  const [worker, owner] = [await open('worker'), await open('owner')];
  const manager = (await new Personas(worker).all()).find(({ persona }) => persona === 'risk-manager') as Persona;
  const issuer = await DevelopmentIssuer.open(config);
  const reading = await started(['--enable-source-maps', WORKER]);
  const api = await started(['--import', FROM_SOURCE, API]);
  return {
    url: `http://127.0.0.1:${port}`,
    config,
    worker,
    owner,
    manager,
    api,
    reading,
    seedSeconds,
    token: () => issuer.issue({ org: manager.org, personId: manager.person }),
  };
};
