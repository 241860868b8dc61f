import { migrationsOf, startReadSide } from '#kernel/assembly';
import {
  type ConnectedConfig,
  type Logger,
  migrate,
  readConfig,
  runningServices,
  startServices,
} from '#kernel/platform';
import { contexts } from '../contexts.js';
import { seed } from '../seed/seed.js';

/** The stores that a verb works on, and how to let go of them. */
export interface Instance {
  readonly config: ConnectedConfig;
  close(): Promise<void>;
}

/**
 * The stores of the instance that runs here, or those that the environment names. Where neither is there, they are
 * started for as long as the verb takes, with the schema, the seed and the readers that it needs.
 */
export const openInstance = async (log: Logger): Promise<Instance> => {
  const config = readConfig(process.env);
  const { databaseUrl, redisUrl } = config;
  if (databaseUrl && redisUrl) return { config: { ...config, databaseUrl, redisUrl }, close: async () => undefined };
  const running = runningServices(config.dataDir);
  if (running) return { config: { ...config, ...running, ...given(config) }, close: async () => undefined };
  return startInstance({ ...config }, log);
};

const given = ({ databaseUrl, redisUrl }: { databaseUrl?: string; redisUrl?: string }) => ({
  ...(databaseUrl && { databaseUrl }),
  ...(redisUrl && { redisUrl }),
});

const startInstance = async (config: ReturnType<typeof readConfig>, log: Logger): Promise<Instance> => {
  const services = await startServices({ dataDir: config.dataDir });
  const { databaseUrl, redisUrl } = services;
  const connected = { ...config, databaseUrl, redisUrl, ...given(config) };
  try {
    await migrate({ url: connected.databaseUrl, migrations: migrationsOf(contexts) });
    await seed(connected);
    const readSide = await startReadSide(connected, contexts, log);
    await readSide.sequencer.sweep();
    const close = async () => {
      await readSide.sequencer.sweep();
      await readSide.stop();
      await services.stop();
    };
    return { config: connected, close };
  } catch (error) {
    await services.stop();
    throw error;
  }
};
