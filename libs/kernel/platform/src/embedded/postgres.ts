import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { postgresPrograms } from './postgres-programs.js';
import type { Server } from './server.js';
import type { Door } from './state-file.js';
import { type Unprivileged, unprivileged } from './unprivileged.js';

const USER = 'forthright';

/** Durable as PostgreSQL is by default, and said so. Failed statements are logged without any of their values. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // their path length is limited; loopback is enough
  max_connections: '200',
  max_wal_size: '4GB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const FAST_THEN_IMMEDIATE = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5000],
  ['SIGKILL', 5000],
] as const;

/** The variables that libpq's programs would obey are ours to say, not the shell's. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));

const home = (dataDir: string, way: Unprivileged): string => way.folder(join(dataDir, 'pg'));

/** What it takes to find and stop the PostgreSQL of a data folder. */
export const postgresOf = (dataDir: string) => {
  const folder = home(dataDir, unprivileged());
  return { folder, pidFile: join(folder, 'postmaster.pid'), stopSteps: FAST_THEN_IMMEDIATE };
};

/** The connection string of a database behind a door. */
export const urlOfPostgres = ({ port, password }: Door, database = USER): string =>
  `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;

/** Runs one statement on the maintenance database. */
const ask = async (door: Door, statement: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({
    connectionString: urlOfPostgres(door, 'postgres'),
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
    ssl: false,
  });
  client.on('error', () => undefined); // the answer below says it
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const answers = async (door: Door, folder: string): Promise<'yes' | 'starting' | 'no'> => {
  try {
    const [row] = await ask(door, 'show data_directory');
    return row?.data_directory === folder ? 'yes' : 'no';
  } catch (error) {
    return (error as { code?: string }).code === '57P03' ? 'starting' : 'no';
  }
};

/** Makes a new database cluster beside its place and moves it there when it is whole. */
const initialize = async (folder: string, programs: string, { password }: Door, way: Unprivileged): Promise<void> => {
  const draft = `${folder}.new`;
  const secret = `${folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  way.own(draft);
  way.own(secret);
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  const identity = ['-U', USER, '-A', 'scram-sha-256', '--pwfile', secret];
  const { command, args } = way.line(join(programs, 'bin/initdb'), [
    ...['-D', draft, '-E', 'UTF8', `--locale=${locale}`, '--no-instructions'],
    ...identity,
  ]);
  try {
    await promisify(execFile)(command, args, { cwd: '/', env: environment(), ...way.ids });
    renameSync(draft, folder);
  } catch (error) {
    throw new Error(`PostgreSQL could not make its data folder: ${(error as { stderr?: string }).stderr || error}`);
  } finally {
    rmSync(secret, { force: true });
  }
};

/** The PostgreSQL of a data folder, made ready to be started; `isNew` tells whether it has no databases yet. */
export const preparePostgres = async (dataDir: string, door: Door): Promise<Server> => {
  const way = unprivileged();
  const folder = home(dataDir, way);
  mkdirSync(dirname(folder), { recursive: true });
  const programs = await way.programs(postgresPrograms(), folder);
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialize(folder, programs, door, way);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    name: 'PostgreSQL',
    ...postgresOf(dataDir),
    ...way.line(join(programs, 'bin/postgres'), ['-D', folder, '-p', `${door.port}`, ...settings]),
    logFile: join(dataDir, 'logs/postgres.log'),
    options: { env: environment(), ...way.ids },
    answers: () => answers(door, folder),
  };
};

/** Creates the database that everything lives in, once. */
export const createDatabase = async (door: Door): Promise<void> => {
  const there = await ask(door, `select 1 from pg_database where datname = '${USER}'`);
  if (there.length === 0) await ask(door, `create database ${USER}`);
};
