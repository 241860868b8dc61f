import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Config,
  freePort,
  killServices,
  portTaken,
  type Services,
  type ServiceUrls,
  startServices,
} from '#kernel/platform';
import { becomeLauncher, npmParents, resign, writeLaunched } from './launcher-file.js';
import { Program } from './program.js';
import { ROOT } from './root.js';
import { StopRequest } from './stop-request.js';
import { untilReady } from './until-ready.js';
import { watchSources } from './watch-sources.js';

export interface LaunchOptions {
  readonly config: Config;
  readonly env: NodeJS.ProcessEnv;
  /** Brings the schema up to date. */
  migrate(urls: ServiceUrls): Promise<void>;
  /** Fills an empty installation; does nothing where it was done before. */
  seed(urls: ServiceUrls): Promise<void>;
  /** The block that says where everything is, given the addresses of the api and of the worker's metrics. */
  readyLines(url: string, metricsUrl: string): readonly string[];
  say(line: string): void;
  /** Compile what changes and start the programs again, their output on the terminal. */
  readonly watch?: boolean;
}

const addressOf = (host: string): string =>
  ({ '0.0.0.0': '127.0.0.1', '::': '127.0.0.1', '::1': '[::1]' })[host] ?? host;

const storesOf = ({ databaseUrl, redisUrl }: ServiceUrls): ServiceUrls => ({
  databaseUrl,
  ...(redisUrl && { redisUrl }),
});

/** The stores as the environment of a program names them. */
const namedIn = ({ databaseUrl, redisUrl }: ServiceUrls): NodeJS.ProcessEnv => ({
  DATABASE_URL: databaseUrl,
  ...(redisUrl ? { REDIS_URL: redisUrl } : { QUEUES: 'postgresql' }),
});

/** Everything that runs, in the order in which it came up. */
class Launch {
  readonly stop = new StopRequest();
  private readonly dataDir: string;
  private readonly parents;
  private services: Services | undefined;
  private programs: readonly Program[] = [];
  private url = '';
  private metricsUrl = '';
  private stores: ServiceUrls | undefined;

  constructor(private readonly options: LaunchOptions) {
    this.dataDir = resolve(options.config.dataDir);
    this.parents = npmParents(options.env);
  }

  async up(): Promise<void> {
    const { config, migrate, seed, say } = this.options;
    const port = config.port || (await freePort());
    this.url = `http://${addressOf(config.host)}:${port}`;
    this.note();
    if (await portTaken(port)) throw new Error(`Port ${port} is taken by another program: set PORT to a free one.`);
    const { databaseUrl, redisUrl, queues } = config;
    this.services = await startServices({
      dataDir: this.dataDir,
      onNote: say,
      ...(databaseUrl && { databaseUrl }),
      ...(redisUrl && { redisUrl }),
      ...(queues && { queues }),
    });
    const urls = storesOf(this.services);
    for (const step of [migrate, seed]) if (!this.stop.isMade) await step(urls);
    if (this.stop.isMade) return;
    this.stores = urls;
    const metricsPort = config.metricsPort || (await freePort());
    this.metricsUrl = `http://${addressOf(config.host)}:${metricsPort}/metrics`;
    const ports = { PORT: `${port}`, METRICS_PORT: `${metricsPort}` };
    this.programs = ['api', 'worker'].map((name) => this.program(name, urls, ports));
    for (const program of this.programs) program.start();
    await untilReady(this.url, this.programs, () => this.stop.isMade);
    for (const program of this.programs) program.keep();
  }

  /** Keeps it all up until somebody wants it down. Answers whether that somebody was a failure. */
  async stay(): Promise<boolean> {
    const { readyLines, say, watch } = this.options;
    if (!this.stop.isMade) for (const line of readyLines(this.url, this.metricsUrl)) say(line);
    const unwatch = watch ? watchSources(this.programs, say) : undefined;
    const failed = await this.watchServices();
    unwatch?.();
    return failed;
  }

  /** Stops what came up last first. */
  async down(): Promise<void> {
    if (this.services) this.options.say('Stopping …');
    await Promise.all(this.programs.map((program) => program.stop()));
    await this.services?.stop();
  }

  /** For a second signal: no waiting, no order. */
  atOnce(): never {
    for (const program of this.programs) program.kill();
    if (this.services?.owned) killServices(this.dataDir);
    resign(this.dataDir);
    process.exit(130);
  }

  async orphaned(): Promise<void> {
    await this.stop.byOrphaning(this.parents);
  }

  private async watchServices(): Promise<boolean> {
    while (!this.stop.isMade) {
      try {
        await this.services?.revive();
      } catch (error) {
        this.options.say((error as Error).message);
        return true;
      }
      await Promise.race([pause(2000), this.stop.made]);
    }
    return false;
  }

  private program(name: string, urls: ServiceUrls, ports: NodeJS.ProcessEnv): Program {
    const { env, say, watch } = this.options;
    const told = { ...namedIn(urls), DATA_DIR: this.dataDir, ...ports };
    return new Program({
      name,
      // one file that changed is compiled anew at once; the bundle is not
      file: watch ? join(ROOT, 'dist/apps', name, 'src/main.js') : join(ROOT, 'dist/programs', `${name}.js`),
      env: { ...env, ...told },
      ...(!watch && { logFile: join(this.dataDir, 'logs', `${name}.log`) }),
      say,
      changed: () => {
        if (!this.stop.isMade) this.note();
      },
    });
  }

  private note(): void {
    const programs = this.programs.map(({ running }) => running).filter((running) => running !== undefined);
    const stores = this.stores && { stores: this.stores };
    writeLaunched(this.dataDir, { url: this.url, parents: this.parents, programs, ...stores });
  }
}

/**
 * Runs everything until it is told to stop: PostgreSQL and Redis (unless others are named), the schema, the seed, then
 * api and worker as child processes. Answers the exit code, when nothing of it runs any more.
 */
export const launch = async (options: LaunchOptions): Promise<number> => {
  const { say, config } = options;
  const dataDir = resolve(config.dataDir);
  const other = await becomeLauncher(dataDir, say);
  if (other) {
    say(`Forthright already runs at ${other}.`);
    return 1;
  }
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined); // the terminal may go first
  const launched = new Launch(options);
  const deaf = launched.stop.bySignals(() => launched.atOnce());
  void launched.orphaned();
  let failed = true;
  try {
    await launched.up();
    failed = await launched.stay();
  } catch (error) {
    say((error as Error).message);
  } finally {
    launched.stop.make('the launch is over');
    await launched.down();
    resign(dataDir);
    deaf();
  }
  return failed ? 1 : 0;
};
