import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, killServices, readConfig, startServices } from '#kernel/platform';
import { loadMasterKey, type MasterKey } from '#kernel/privacy';
import { livingLaunch } from '../launch/launcher-file.js';
import { Interruption } from './interruption.js';
import { Mistake } from './mistake.js';

/** A database to be filled, and the key under which that is done. */
export interface EmptyInstance {
  readonly url: string;
  readonly master: MasterKey;
}

/** Said, so that no Redis is started: nobody here needs one. */
const NO_REDIS = 'redis://127.0.0.1:1';

/**
 * Works on the database of `DATABASE_URL`, or on that of the data folder, which is started for as long as it takes: as
 * it is, without schema, seed and readers.
 */
export const duringEmpty = async <T>(work: (instance: EmptyInstance) => Promise<T>): Promise<T> => {
  const config = readConfig(process.env);
  const master = givenKey(config);
  if (config.databaseUrl) return work({ url: config.databaseUrl, master });
  if (livingLaunch(config.dataDir))
    throw new Mistake('Forthright runs here. A restore needs a database of its own: stop it, or set DATABASE_URL.');
  const interruption = new Interruption();
  try {
    const services = await startServices({ dataDir: config.dataDir, redisUrl: NO_REDIS });
    if (services.owned) interruption.atOnce(() => killServices(config.dataDir));
    try {
      return await interruption.orElse(work({ url: services.databaseUrl, master }));
    } finally {
      await services.stop();
    }
  } finally {
    interruption.forget();
  }
};

/** The key that there is: one that is made now has sealed nothing. */
const givenKey = (config: Config): MasterKey => {
  if (!config.masterKey && !existsSync(join(config.dataDir, 'master.key')))
    throw new Mistake(
      `MASTER_KEY is required, or the file master.key in ${config.dataDir}: the one under which the backup was taken.`,
    );
  return loadMasterKey(config);
};
