import type { Command } from 'commander';
import { DevelopmentIssuer } from '#kernel/access';
import { migrationsOf } from '#kernel/assembly';
import { type Config, Database, migrate, migrateQueues, readConfig, type ServiceUrls } from '#kernel/platform';
import { Personas } from '#organizations';
import { contexts } from '../contexts.js';
import { launch } from '../launch/launch.js';
import { seed } from '../seed/seed.js';
import { Mistake } from '../session/mistake.js';

const NO_STORY = ['--no-story', 'an empty hospital: its people and places, and nothing that happened there'] as const;

/** Whom the ready block offers as a sign-in. */
const SAMPLES = ['reporter', 'risk-manager', 'auditor'];

export const startVerbs = (program: Command): void => {
  const run =
    (watch: boolean) =>
    async ({ story }: { story: boolean }) => {
      process.exitCode = await start(watch, story);
      if (process.exitCode !== 0) process.exit(); // at once: what had been opened when it failed would hold the process
    };
  program
    .command('start')
    .description('run everything: PostgreSQL and Redis unless DATABASE_URL and REDIS_URL name others, api and worker')
    .option(...NO_STORY)
    .action(run(false));
  program
    .command('migrate')
    .description(
      'bring the database of DATABASE_URL to the newest schema: before a new version of api and worker starts',
    )
    .action(async () => {
      const { databaseUrl, databaseDirectUrl, redisUrl, queues } = readConfig(process.env);
      if (!databaseUrl) throw new Mistake('DATABASE_URL is required; `start` migrates stores of its own.');
      await migrate({ url: databaseDirectUrl ?? databaseUrl, migrations: migrationsOf(contexts) });
      if (!redisUrl && queues === 'postgresql') await migrateQueues(databaseUrl);
    });
  program
    .command('dev')
    .description('the same, compiled and started again whenever a source changes')
    .option(...NO_STORY)
    .action(run(true));
};

/** The newest schema; that of the queues too, where there is no Redis for them. */
const prepare = async (config: Config, { databaseUrl, redisUrl }: ServiceUrls): Promise<void> => {
  await migrate({ url: config.databaseDirectUrl ?? databaseUrl, migrations: migrationsOf(contexts) });
  if (!redisUrl) await migrateQueues(databaseUrl);
};

const start = async (watch: boolean, story: boolean): Promise<number> => {
  const config = readConfig(process.env);
  const samples: string[] = [];
  return launch({
    config,
    env: process.env,
    watch,
    say: (line) => process.stdout.write(`${line}\n`),
    migrate: (urls) => prepare(config, urls),
    seed: async (urls) => {
      if (await seed({ ...config, ...urls }, story ? 'story' : 'organizations'))
        samples.push(...(await signIns({ ...config, ...urls })));
    },
    readyLines: (url, metricsUrl) => [
      '',
      `  Forthright is ready (${config.mode}).`,
      '',
      `  API        ${url}/v1/safety-events`,
      `  Explore    ${url}/docs`,
      `  Families   ${url}/concern (English and Spanish; no account, no script)`,
      `  Health     ${url}/health/ready`,
      `  Queues     ${url}/operations/queues (sign in with a token of operator, org-admin or auditor)`,
      ...(config.mode === 'development'
        ? [`  Mailbox    ${url}/development/mailbox (what would have been mailed)`]
        : []),
      `  Metrics    ${url}/metrics, the worker's at ${metricsUrl}`,
      ...samples,
      '',
      '  Ctrl-C stops everything.',
      '',
    ],
  });
};

/** Personas with how to become them. No token is printed: a log may keep what a terminal shows. */
const signIns = async (config: Config & { databaseUrl: string }): Promise<string[]> => {
  await DevelopmentIssuer.open(config);
  const worker = await Database.open({ url: config.databaseUrl, role: 'worker', max: 1 });
  try {
    const all = await new Personas(worker).all();
    const shown = all.filter(({ persona }) => SAMPLES.includes(persona));
    return [
      '',
      '  Sign in as one of the seeded people: the answer is a bearer token',
      ...shown.map(({ persona, says }) => `    npm run -s forthright -- token --as ${persona.padEnd(14)} ${says}`),
      '    npm run -s forthright -- personas                   all of them',
    ];
  } finally {
    await worker.close();
  }
};
