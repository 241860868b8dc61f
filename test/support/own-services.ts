import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { processOf, stillRuns } from '#kernel/platform';
import { eventually } from './eventually.js';
import { folderForServices, servicesIn, type TestServices } from './test-services.js';

/** A PostgreSQL and a Redis of one spec's own, to be killed without harm to its neighbors. */
export interface OwnServices extends TestServices {
  /** Kills the whole server, every process of it; answers when nothing of it runs. */
  killPostgres(): Promise<void>;
  /** Kills one of the server's processes that works for a program, and the server resets all sessions. */
  killBackend(application: string): Promise<void>;
  killRedis(): Promise<void>;
  /** Starts again, on its port and data, what has been killed. */
  revive(): Promise<void>;
  /** Sends one command to Redis. */
  redis(command: string, ...args: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

const kill = async (...pids: readonly number[]): Promise<void> => {
  const victims = pids.map(processOf);
  for (const { pid } of victims)
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  await eventually(() => {
    if (victims.some(stillRuns)) throw new Error('A killed process still runs');
  });
};

const pidIn = (file: string): number => Number.parseInt(readFileSync(file, 'utf8'), 10);

/** The process that works for a program now; one that is in the middle of something before one that waits. */
const BACKEND = `
select pid from pg_stat_activity where application_name = $1
order by state = 'active' desc, state = 'idle in transaction' desc, backend_start limit 1`;

/** Starts both, with the template that test databases are copies of. Linux only: it reads `/proc`. */
export const ownServices = async (): Promise<OwnServices> => {
  const folder = folderForServices();
  const { stop, revive, ...services } = await servicesIn(folder);
  const ask = async (text: string, values: readonly unknown[] = []) => {
    const client = new pg.Client({ connectionString: services.databaseUrl });
    client.on('error', () => undefined); // it may be killed as well
    await client.connect();
    try {
      return (await client.query(text, [...values])).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const [{ data_directory: data }] = await ask('show data_directory');
  return {
    ...services,
    revive,
    killPostgres: async () => {
      const postmaster = pidIn(join(data, 'postmaster.pid'));
      await kill(postmaster, ...childrenOf(postmaster));
    },
    killBackend: async (application) => {
      const [backend] = await ask(BACKEND, [application]);
      if (!backend) throw new Error(`Nothing of PostgreSQL works for ${application}`);
      await kill(backend.pid);
    },
    killRedis: () => kill(pidIn(join(folder, 'redis/redis.pid'))),
    redis: async (command, ...args) => {
      const connection = new Redis(services.redisUrl);
      try {
        return await connection.call(command, ...args);
      } finally {
        connection.disconnect();
      }
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
