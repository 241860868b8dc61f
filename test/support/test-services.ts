import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrationsOf } from '#kernel/assembly';
import { killServices, type Migration, migrate, type Services, startServices } from '#kernel/platform';
import { everyContext } from './contexts.js';

const FOLDER = 'forthright-test-';
const TEMPLATE = 'forthright_template';

/** What a spec needs to know of the run's servers; global setup hands it on in the environment. */
export interface TestServices {
  readonly databaseUrl: string;
  readonly templateName: string;
  readonly redisUrl: string;
}

let running: { stop: Services['stop']; folder: string } | undefined;

const sweepAside = (folder: string): void => {
  killServices(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
};

/** Removes what a killed run has left: folders whose run does not live any more, with their servers. */
const sweep = (): void => {
  for (const name of readdirSync(tmpdir()).filter((found) => found.startsWith(FOLDER))) {
    const pid = Number(name.slice(FOLDER.length).split('-')[0]);
    const folder = join(tmpdir(), name);
    if (pid !== process.pid && !lives(pid) && statSync(folder).uid === process.getuid?.()) sweepAside(folder);
  }
};

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The whole schema, step by step. */
export const everyMigration = (): readonly Migration[] => migrationsOf(everyContext);

/** Makes the database that every test's database is a copy of. */
const migrateTemplate = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const url = Object.assign(new URL(databaseUrl), { pathname: TEMPLATE }).href;
  await migrate({ url, migrations: everyMigration() });
};

/** A folder for servers of this process; what a killed process leaves of it, the next run sweeps away. */
export const folderForServices = (): string => {
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`));
  process.once('exit', () => sweepAside(folder)); // nothing is left where this process did not get to the end
  return folder;
};

/** Starts a PostgreSQL, with the template that tests copy, and a Redis in a folder. */
export const servicesIn = async (folder: string): Promise<TestServices & Pick<Services, 'revive' | 'stop'>> => {
  const services = await startServices({ dataDir: folder, programsDir: '.data', queues: 'redis' });
  const { databaseUrl, redisUrl = '', revive, stop } = services;
  await migrateTemplate(databaseUrl);
  return { databaseUrl, templateName: TEMPLATE, redisUrl, revive, stop };
};

/** Starts a PostgreSQL and a Redis of this run's own, on data that is thrown away. */
export const startTestServices = async (): Promise<TestServices> => {
  sweep();
  const folder = folderForServices();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(130));
  const { stop, revive: _, ...told } = await servicesIn(folder);
  running = { stop, folder };
  return told;
};

/** Stops both and removes their data. */
export const stopTestServices = async (): Promise<void> => {
  if (!running) return;
  await running.stop();
  rmSync(running.folder, { recursive: true, force: true });
  running = undefined;
};
