import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, unpackedPackage } from '#kernel/platform';
import { eventually } from './eventually.js';

const ROOT = join(__dirname, '../..');
const PGBOUNCER = { name: 'pgbouncer', without: ['lsb-base', 'postgresql-common', 'init-system-helpers'] };
const NOBODY = ['-U', '--map-user=65534', '--map-group=65534'];

/** Whether there is a PgBouncer here, or one to be had: it comes from Debian, as Redis does. */
export const pgBouncerIsToBeHad = ['/usr/sbin/pgbouncer', '/usr/bin/apt-get'].some((file) => existsSync(file));

/** PgBouncer in front of one PostgreSQL, lending few connections, one transaction at a time. */
export interface PgBouncer {
  /** A database's address behind this pooler, which does not say that it is one. */
  in(databaseUrl: string): string;
  /** Ends it, with every connection. It comes back on the same port by `revive`. */
  kill(): Promise<void>;
  revive(): Promise<void>;
  close(): Promise<void>;
}

const program = async (): Promise<{ command: string; env: NodeJS.ProcessEnv }> => {
  if (existsSync('/usr/sbin/pgbouncer')) return { command: '/usr/sbin/pgbouncer', env: {} };
  const folder = join(ROOT, '.data/pgbouncer-bin');
  const env = await unpackedPackage(folder, PGBOUNCER);
  return { command: join(folder, 'usr/sbin/pgbouncer'), env };
};

const configuration = (server: URL, port: number, folder: string, connections: number): string =>
  [
    '[databases]',
    `* = host=${server.hostname} port=${server.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'pool_mode = transaction',
    `default_pool_size = ${connections}`,
    'max_client_conn = 500',
    'auth_type = plain',
    `auth_file = ${join(folder, 'users.txt')}`,
    `logfile = ${join(folder, 'pgbouncer.log')}`,
    '',
  ].join('\n');

/** Starts one in front of the server of `databaseUrl`. Every user and database of it is served. */
export const startPgBouncer = async (databaseUrl: string, { connections = 6 } = {}): Promise<PgBouncer> => {
  const server = new URL(databaseUrl);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'forthright-pgbouncer-'));
  const [file, users] = [join(folder, 'pgbouncer.ini'), join(folder, 'users.txt')];
  writeFileSync(file, configuration(server, port, folder, connections));
  writeFileSync(users, `"${decodeURIComponent(server.username)}" "${decodeURIComponent(server.password)}"\n`);
  chmodSync(folder, 0o700);
  const { command, env } = await program();
  // It refuses to be root, as PostgreSQL does.
  const hidden = process.getuid?.() === 0 && spawnSync('unshare', [...NOBODY, 'true']).status === 0;
  const line = hidden ? ['unshare', ...NOBODY, command, file] : [command, file];
  let child: ChildProcess | undefined;

  const addressOf = (url: string): string => {
    const address = new URL(url);
    address.port = `${port}`;
    return address.href;
  };
  const kill = async () => {
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    child = undefined;
  };
  const revive = async () => {
    let said = '';
    child = spawn(line[0] as string, line.slice(1), {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.on('data', (chunk) => (said += chunk));
    await eventually(async () => {
      const client = new pg.Client({ connectionString: addressOf(databaseUrl) });
      client.on('error', () => undefined);
      await client.connect().catch((error: Error) => {
        throw new Error(`PgBouncer does not answer: ${error.message}\n${said}`);
      });
      await client.end();
    });
  };
  const close = async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  await revive().catch(async (error) => {
    await close();
    throw error;
  });
  return { in: addressOf, kill, revive, close };
};
