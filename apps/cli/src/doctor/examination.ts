import { type Config, Database, type ServiceUrls } from '#kernel/platform';
import * as database from './database.js';
import { type Finding, fail, ok } from './finding.js';
import { checkDisk, checkNode } from './machine.js';
import { checkReaders } from './readers.js';
import { checkRedis } from './redis.js';
import { checkScanner } from './scanner.js';

/** What is looked at: how this process was told to run, and the stores it would use. */
export interface Patient {
  readonly config: Config;
  readonly stores: Partial<ServiceUrls>;
  /** Our time, in milliseconds since 1970. */
  readonly here: () => number;
}

type Look = () => Promise<Finding | readonly Finding[]>;

/** Looks at everything there is to look at. What cannot be looked at is a finding as well; nothing is changed. */
export const examine = async ({ config, stores, here }: Patient): Promise<readonly Finding[]> => {
  const findings: Finding[] = [checkNode(), checkDisk(config)];
  const { databaseUrl, redisUrl } = stores;
  if (databaseUrl) findings.push(...(await examineDatabase(databaseUrl, config, here)));
  else findings.push(fail('postgresql', 'none runs here', 'Start Forthright (`npm start`), or set DATABASE_URL.'));
  if (redisUrl) findings.push(await checkRedis(redisUrl));
  else if (config.databaseUrl && config.queues !== 'postgresql')
    findings.push(
      fail('redis', 'REDIS_URL is missing', 'Set it, or QUEUES=postgresql: api and worker refuse to start.'),
    );
  else if (databaseUrl) findings.push(ok('redis', 'none: the queues live in PostgreSQL'));
  findings.push(await checkScanner(config));
  return findings;
};

const examineDatabase = async (url: string, config: Config, here: () => number): Promise<readonly Finding[]> => {
  let owner: Database;
  try {
    owner = await Database.open({ url, role: 'owner', max: 2 });
  } catch (error) {
    return [
      fail(
        'postgresql',
        `cannot be opened as its owner: ${(error as Error).message}`,
        'Check DATABASE_URL; a database that has no schema yet gets it by `forthright migrate`.',
      ),
    ];
  }
  const looks: readonly (readonly [string, Look])[] = [
    ['postgresql', () => database.checkServer(owner, config, here)],
    ['durability', () => database.checkDurability(owner)],
    ['schema', () => database.checkSchema(owner)],
    ['rights', () => database.checkRights(owner)],
    ['master key', () => database.checkMasterKey(owner, config)],
    ['readers', () => checkReaders(owner)],
    ['past', () => database.checkPast(owner)],
  ];
  try {
    const findings: Finding[] = [];
    for (const [check, look] of looks) findings.push(...[await looked(check, look)].flat());
    return findings;
  } finally {
    await owner.close();
  }
};

const looked = async (check: string, look: Look): Promise<Finding | readonly Finding[]> => {
  try {
    return await look();
  } catch (error) {
    return fail(check, `could not be looked at: ${(error as Error).message}`, 'Mend what is told above it first.');
  }
};
