import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Redis } from 'ioredis';
import pg from 'pg';
import { postgresOf } from './postgres.js';
import { redisOf } from './redis.js';
import { pidRuns } from './running-process.js';
import { serving } from './server.js';
import { killServices, runningServices, type Services, startServices } from './services.js';

const ROOT = join(__dirname, '../../../../..');

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'forthright-services-'));
});
afterEach(() => {
  killServices(dataDir);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

/** Where a machine without Redis keeps the one it once downloaded, so that not every test does. */
const place = () => ({ dataDir, programsDir: join(ROOT, '.data') });

const redisOfRun = ({ redisUrl }: Services): string => {
  if (!redisUrl) throw new Error('No Redis was started');
  return redisUrl;
};

const pids = () => [serving(postgresOf(dataDir))?.pid, serving(redisOf(dataDir))?.pid];

const asked = async (url: string, statement: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(statement)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
};

const redisSays = async (url: string, command: string, ...args: string[]): Promise<unknown> => {
  const client = new Redis(url, { retryStrategy: () => null, lazyConnect: true, enableReadyCheck: false });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await client.call(command, args);
  } finally {
    client.disconnect();
  }
};

/** Another process that starts the servers and then does nothing until it is told to stop, or is killed. */
const otherStart = async (): Promise<ChildProcess> => {
  const services = pathToFileURL(join(__dirname, 'services.ts')).href;
  const program = `
    const { startServices } = await import(${JSON.stringify(services)});
    const services = await startServices(${JSON.stringify(place())});
    process.send('started');
    process.once('message', () => services.stop().then(() => process.exit(0)));`;
  const loader = join(ROOT, 'test/support/from-source.mjs');
  const child = spawn(process.execPath, ['--import', loader, '--input-type=module', '-e', program], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('The other start failed'))),
  ]);
  return child;
};

const killed = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL');
  await once(child, 'exit');
};

describe('the services of a data folder', () => {
  it('start, keep what they were given, and leave no process', async () => {
    const first = await startServices(place());
    expect(first.owned).toBe(true);
    await asked(first.databaseUrl, 'create table kept as select 42 as answer');
    await redisSays(redisOfRun(first), 'SET', 'kept', '42');
    const before = pids();
    await first.stop();
    expect(pids()).toEqual([undefined, undefined]);
    expect(before.map((pid) => pidRuns(pid as number))).toEqual([false, false]);
    expect(runningServices(dataDir)).toBeUndefined();

    const second = await startServices(place());
    expect([second.databaseUrl, redisOfRun(second)]).toEqual([first.databaseUrl, redisOfRun(first)]);
    expect(await asked(second.databaseUrl, 'select answer from kept')).toBe(42);
    expect(await redisSays(redisOfRun(second), 'GET', 'kept')).toBe('42');
    await second.stop();
  });

  it('are durable, and open to nobody without their password', async () => {
    const services = await startServices(place());
    expect(runningServices(dataDir)).toEqual({ databaseUrl: services.databaseUrl, redisUrl: redisOfRun(services) });
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
      expect(await asked(services.databaseUrl, `show ${setting}`)).toBe('on');
    expect(await redisSays(redisOfRun(services), 'CONFIG', 'GET', 'maxmemory-policy')).toContain('noeviction');
    expect(await redisSays(redisOfRun(services), 'CONFIG', 'GET', 'appendonly')).toContain('yes');
    expect(statSync(join(dataDir, 'services.json')).mode & 0o777).toBe(0o600);

    const stranger = new URL(services.databaseUrl);
    stranger.password = 'guess';
    await expect(asked(stranger.href, 'select 1')).rejects.toThrow('password');
    const socket = connect(Number(new URL(redisOfRun(services)).port), '127.0.0.1').end('PING\r\n');
    expect(String(await once(socket, 'data'))).toContain('NOAUTH');
    await services.stop();
  });

  it('are taken over from a start that was killed, and then stopped like our own', async () => {
    const other = await otherStart();
    const left = pids();
    await killed(other);
    const services = await startServices(place());
    expect(services.owned).toBe(true);
    expect(pids()).toEqual(left);
    await services.stop();
    expect(pids()).toEqual([undefined, undefined]);
  });

  it('are replaced where they do not answer any more', async () => {
    await killed(await otherStart());
    const left = pids() as number[];
    for (const pid of left) process.kill(pid, 'SIGSTOP');
    const services = await startServices(place());
    expect(left.map(pidRuns)).toEqual([false, false]);
    expect(await asked(services.databaseUrl, 'select 1')).toBe(1);
    expect(await redisSays(redisOfRun(services), 'PING')).toBe('PONG');
    await services.stop();
  });

  it('are shared with another live process, and end with the last one that uses them', async () => {
    const other = await otherStart();
    const services = await startServices(place());
    expect(services.owned).toBe(false);
    await services.stop();
    expect(await asked(services.databaseUrl, 'select 1')).toBe(1);
    other.send('stop');
    await once(other, 'exit');
    expect(pids()).toEqual([undefined, undefined]);
  });

  it('come back at their old doors when they die', async () => {
    const services: Services = await startServices(place());
    for (const pid of pids() as number[]) process.kill(pid, 'SIGKILL');
    while (pids().some((pid) => pid !== undefined));
    await services.revive();
    expect(await asked(services.databaseUrl, 'select 1')).toBe(1);
    expect(await redisSays(redisOfRun(services), 'PING')).toBe('PONG');
    await services.stop();
  });

  it('leave a stranger alone that has got the number or the port of an old server', async () => {
    await (await startServices(place())).stop();
    const { postgres } = JSON.parse(readFileSync(join(dataDir, 'services.json'), 'utf8'));
    const stranger = createServer().listen(postgres.port, '127.0.0.1');
    await once(stranger, 'listening');
    writeFileSync(postgresOf(dataDir).pidFile, `${process.pid}\n${postgresOf(dataDir).folder}\n`);

    const services = await startServices(place());
    expect(new URL(services.databaseUrl).port).not.toBe(String(postgres.port));
    expect(await asked(services.databaseUrl, 'select 1')).toBe(1);
    await services.stop();
    stranger.close();
  });

  it('say what went wrong where they cannot start, and leave nothing running', async () => {
    await (await startServices(place())).stop();
    rmSync(join(dataDir, 'pg/global/pg_control'));
    await expect(startServices(place())).rejects.toThrow(/PostgreSQL did not start: [\s\S]*pg_control/);
    expect(pids()).toEqual([undefined, undefined]);
  });
});
