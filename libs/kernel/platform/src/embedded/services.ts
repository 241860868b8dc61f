import { join, resolve } from 'node:path';
import { locked } from './lock.js';
import { freePort, portTaken } from './port.js';
import { createDatabase, postgresOf, preparePostgres, urlOfPostgres } from './postgres.js';
import { prepareRedis, redisOf, urlOfRedis } from './redis.js';
import { NoRedis, type RedisProgram, redisProgram } from './redis-program.js';
import { processOf, type RunningProcess, sendSignal, stillRuns } from './running-process.js';
import { adopt, type Server, serving, start, stop } from './server.js';
import { type Door, newPassword, readState, type ServicesState, writeState } from './state-file.js';

/** Starting may mean: downloading Redis, making a cluster, replaying a long log. */
const PATIENCE = 300_000;

/** Where the servers answer. Without a Redis the queues live in PostgreSQL. */
export interface ServiceUrls {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
}

/** PostgreSQL and Redis of a data folder, running for this process. */
export interface Services extends ServiceUrls {
  /** False where another live process of ours had them running; then the last one to stop them ends them. */
  readonly owned: boolean;
  /** What was started, adopted or replaced, one line each. */
  readonly notes: readonly string[];
  /** Starts again, on its old port and data, what has died since. Cheap where nothing has. */
  revive(): Promise<void>;
  /** Gives up this process's use; Redis, then PostgreSQL end when no other live process uses them. */
  stop(): Promise<void>;
}

export interface ServicesOptions {
  /** The folder that holds data, logs and `services.json`. */
  readonly dataDir: string;
  /** The folder that keeps programs which had to be downloaded; the data folder where none is said. */
  readonly programsDir?: string;
  /** Servers of somebody else's, used as they are; ours are started for what is not said. */
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  /** `postgresql`: no Redis is wanted. `redis`: none is a failure. Absent: Redis where there is one to be had. */
  readonly queues?: 'redis' | 'postgresql';
  readonly onNote?: (note: string) => void;
}

type Note = (note: string) => void;

interface Place extends Omit<ServicesOptions, 'onNote'> {
  readonly programsDir: string;
  readonly note: Note;
}

const lockOf = (dataDir: string): string => join(dataDir, 'services.lock');

const otherUsers = ({ users }: ServicesState): RunningProcess[] =>
  users.filter((user) => user.pid !== process.pid && stillRuns(user));

/** The door of a server that runs, or one whose port nobody else has taken meanwhile. */
const doorOf = async (known: Door | undefined, runs: boolean): Promise<Door> => {
  if (known && (runs || !(await portTaken(known.port)))) return known;
  return { port: await freePort(), password: known?.password ?? newPassword() };
};

const ensure = async (server: Server, note: Note): Promise<void> => {
  const begun = Date.now();
  const found = await adopt(server);
  if (found === 'adopted') return;
  if (found === 'ended') note(`${server.name} of an earlier start did not answer and was ended`);
  await start(server);
  note(`${server.name} started in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
};

const both = async (work: readonly Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
};

const bringUpPostgres = async (dataDir: string, door: Door, note: Note): Promise<void> => {
  await ensure(await preparePostgres(dataDir, door), note);
  await createDatabase(door);
};

const bringUpRedis = async ({ dataDir, note }: Place, door: Door, program: RedisProgram): Promise<void> => {
  await ensure(await prepareRedis(dataDir, door, program), note);
};

const IN_POSTGRESQL = 'The queues live in PostgreSQL: slower than Redis, and as safe.';

/** The Redis that is to be started: none where somebody else's is used, where none is wanted, and where there is none. */
const redisToStart = async ({ redisUrl, queues, programsDir, note }: Place): Promise<RedisProgram | undefined> => {
  if (redisUrl) return undefined;
  if (queues === 'postgresql') {
    note(`No Redis is wanted (QUEUES=postgresql). ${IN_POSTGRESQL}`);
    return undefined;
  }
  try {
    return await redisProgram(join(programsDir, 'redis-bin'), note);
  } catch (error) {
    if (!(error instanceof NoRedis) || queues === 'redis') throw error;
    note(`${error.message}\n${IN_POSTGRESQL}`);
    return undefined;
  }
};

const bringUp = async (place: Place): Promise<ServiceUrls> => {
  const { dataDir, databaseUrl, redisUrl, note } = place;
  const state = readState(dataDir);
  const postgres = await doorOf(state.postgres, serving(postgresOf(dataDir)) !== undefined);
  const program = await redisToStart(place);
  const redis = program && (await doorOf(state.redis, serving(redisOf(dataDir)) !== undefined));
  const users = [...otherUsers(state), processOf(process.pid)];
  const inPostgres = !program && !redisUrl;
  writeState(dataDir, { postgres, redis: redis ?? state.redis, users, ...(inPostgres && { queues: 'postgresql' }) });
  await both([
    databaseUrl ? Promise.resolve() : bringUpPostgres(dataDir, postgres, note),
    program && redis ? bringUpRedis(place, redis, program) : Promise.resolve(),
  ]);
  const queues = redisUrl ?? (redis && urlOfRedis(redis));
  return { databaseUrl: databaseUrl ?? urlOfPostgres(postgres), ...(queues && { redisUrl: queues }) };
};

const bringDown = async (dataDir: string): Promise<void> => {
  const state = readState(dataDir);
  const users = otherUsers(state);
  writeState(dataDir, { ...state, users });
  if (users.length > 0) return;
  await stop(redisOf(dataDir));
  await stop(postgresOf(dataDir));
};

const serve = ({ dataDir, databaseUrl, redisUrl, queues }: ServicesOptions): boolean =>
  (databaseUrl !== undefined || serving(postgresOf(dataDir)) !== undefined) &&
  (redisUrl !== undefined || queues === 'postgresql' || serving(redisOf(dataDir)) !== undefined);

const revive = async (chosen: Place, urls: ServiceUrls): Promise<void> => {
  const place: Place = { ...chosen, queues: urls.redisUrl ? 'redis' : 'postgresql' };
  if (serve(place)) return;
  const again = await locked(lockOf(place.dataDir), PATIENCE, () => bringUp(place));
  if (again.databaseUrl === urls.databaseUrl && again.redisUrl === urls.redisUrl) return;
  throw new Error('A server could not come back on its old port, which another program has taken');
};

/**
 * Brings up the PostgreSQL and Redis that belong to a data folder: private ports on loopback, private passwords, durable
 * settings. Servers left by a killed start are taken over. They outlive this process unless {@link Services.stop} is called.
 */
export const startServices = async (options: ServicesOptions): Promise<Services> => {
  const dataDir = resolve(options.dataDir);
  const notes: string[] = [];
  const note: Note = (text) => {
    notes.push(text);
    options.onNote?.(text);
  };
  const place = { ...options, dataDir, programsDir: resolve(options.programsDir ?? dataDir), note };
  return locked(lockOf(dataDir), PATIENCE, async () => {
    const owned = otherUsers(readState(dataDir)).length === 0;
    if (owned && serving(postgresOf(dataDir))) note('PostgreSQL of an earlier start still runs and is used again');
    if (owned && serving(redisOf(dataDir))) note('Redis of an earlier start still runs and is used again');
    try {
      const urls = await bringUp(place);
      const stop = () => locked(lockOf(dataDir), PATIENCE, () => bringDown(dataDir));
      return { ...urls, owned, notes, revive: () => revive(place, urls), stop };
    } catch (error) {
      await bringDown(dataDir);
      throw error;
    }
  });
};

/** Ends the servers of a data folder at once, without waiting: for a process that must go now. */
export const killServices = (dataDir: string): void => {
  const folder = resolve(dataDir);
  const [redis, postgres] = [serving(redisOf(folder)), serving(postgresOf(folder))];
  if (redis) sendSignal(redis.pid, 'SIGKILL');
  if (postgres) sendSignal(postgres.pid, 'SIGQUIT'); // its processes end with it, and it recovers at the next start
};

/** Where the servers of a data folder answer, if they run now. */
export const runningServices = (dataDir: string): ServiceUrls | undefined => {
  const folder = resolve(dataDir);
  const { postgres, redis, queues } = readState(folder);
  if (!postgres || !serve({ dataDir: folder, ...(queues && { queues }) })) return undefined;
  const databaseUrl = urlOfPostgres(postgres);
  if (queues === 'postgresql') return { databaseUrl };
  return redis && { databaseUrl, redisUrl: urlOfRedis(redis) };
};
