import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort, processOf, type RunningProcess, startServices, stillRuns } from '#kernel/platform';
import { eventually } from './eventually.js';

/** A Redis of one spec's own: to be flushed, frozen and killed without harm to its neighbors. */
export interface OwnRedis {
  readonly url: string;
  /** Sends one command. */
  call(command: string, ...args: readonly string[]): Promise<unknown>;
  /** It accepts connections and answers nothing, until it is thawed. */
  freeze(): void;
  thaw(): void;
  /** Kills it. It comes back on the same port and data by `revive`. */
  kill(): void;
  revive(): Promise<void>;
  close(): Promise<void>;
}

/** Where no Redis answers. */
export const noRedis = async (): Promise<string> => `redis://127.0.0.1:${await freePort()}`;

/** Starts one. */
export const ownRedis = async (): Promise<OwnRedis> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'forthright-redis-'));
  const elsewhere = 'postgresql://127.0.0.1/none'; // said, so that no PostgreSQL is started
  const services = await startServices({ dataDir, programsDir: '.data', databaseUrl: elsewhere, queues: 'redis' });
  const url = services.redisUrl ?? '';
  const pid = () => Number(readFileSync(join(dataDir, 'redis/redis.pid'), 'utf8'));
  const signal = (name: NodeJS.Signals) => process.kill(pid(), name);
  let killed: RunningProcess | undefined;
  const call = async (command: string, ...args: readonly string[]) => {
    const connection = new Redis(url);
    try {
      return await connection.call(command, ...args);
    } finally {
      connection.disconnect();
    }
  };
  return {
    url,
    call,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    kill: () => {
      killed = processOf(pid());
      signal('SIGKILL');
    },
    revive: async () => {
      // A killed process is there for a moment more, and one that is there is not started again.
      await eventually(() => {
        if (killed && stillRuns(killed)) throw new Error('The killed Redis still runs');
      });
      await services.revive();
    },
    close: async () => {
      await services.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
