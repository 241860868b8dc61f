import { migrationsOf, startReadSide } from '#kernel/assembly';
import {
  type Config,
  type ConnectedConfig,
  killServices,
  type Logger,
  migrate,
  migrateQueues,
  readConfig,
  runningServices,
  type ServiceUrls,
  startServices,
} from '#kernel/platform';
import { contexts } from '../contexts.js';
import { livingLaunch } from '../launch/launcher-file.js';
import { seed } from '../seed/seed.js';
import { commandApp } from './command-app.js';
import type { Interruption } from './interruption.js';
import { Mistake } from './mistake.js';

/** The stores that a verb works on, and how to let go of them. */
export interface Instance {
  readonly config: ConnectedConfig;
  close(): Promise<void>;
}

/**
 * The stores that the environment names, or those of the instance that runs here: used as they are. Where neither is
 * there, stores of our own are started for as long as the verb takes, with the schema, the seed and the readers.
 */
export const openInstance = async (log: Logger, interruption: Interruption): Promise<Instance> => {
  const config = readConfig(process.env);
  const stores = given(config) ?? launched(config) ?? runningServices(config.dataDir);
  return stores
    ? { config: { ...config, redisUrl: undefined, ...stores }, close: async () => undefined }
    : startInstance(config, log, interruption);
};

/** The stores that would be used, if any: those named, or those that run here. Starts nothing. */
export const foundStores = (config: Config): Partial<ServiceUrls> =>
  config.databaseUrl || config.redisUrl
    ? {
        ...(config.databaseUrl && { databaseUrl: config.databaseUrl }),
        ...(config.redisUrl && { redisUrl: config.redisUrl }),
      }
    : (livingLaunch(config.dataDir)?.stores ?? runningServices(config.dataDir) ?? {});

/** One store of somebody's and one of ours would be two halves of different installations. */
const given = ({ databaseUrl, redisUrl, queues }: Config): ServiceUrls | undefined => {
  if (databaseUrl && redisUrl) return { databaseUrl, redisUrl };
  if (databaseUrl && queues === 'postgresql') return { databaseUrl };
  if (databaseUrl || redisUrl)
    throw new Mistake(
      'DATABASE_URL and REDIS_URL go together here: set both (or QUEUES=postgresql beside the first), or neither.',
    );
  return undefined;
};

/** Those of `forthright start` in another terminal, which may have been told of stores that this process was not. */
const launched = ({ dataDir }: Config): ServiceUrls | undefined => {
  const launch = livingLaunch(dataDir);
  if (launch && !launch.stores) throw new Mistake('Forthright is starting here: try again when it says it is ready.');
  return launch?.stores;
};

const startInstance = async (config: Config, log: Logger, interruption: Interruption): Promise<Instance> => {
  const services = await startServices({
    dataDir: config.dataDir,
    ...(config.queues && { queues: config.queues }),
  });
  const { databaseUrl, redisUrl, owned } = services;
  if (owned) interruption.atOnce(() => killServices(config.dataDir));
  const connected = { ...config, databaseUrl, redisUrl };
  try {
    interruption.check();
    await migrate({ url: databaseUrl, migrations: migrationsOf(contexts) });
    if (!redisUrl) await migrateQueues(databaseUrl);
    interruption.check();
    await seed(connected, 'organizations');
    interruption.check();
    const { app, commands } = await commandApp(connected);
    const readSide = await startReadSide(connected, contexts, log, (command) => commands.execute(command));
    await readSide.sequencer.sweep();
    const close = async () => {
      try {
        await readSide.sequencer.sweep();
        await readSide.stop();
        await app.close();
      } finally {
        await services.stop();
      }
    };
    return { config: connected, close };
  } catch (error) {
    await services.stop();
    throw error;
  }
};
