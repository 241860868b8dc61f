import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevelopmentIssuer } from '#kernel/access';
import { connectedConfig } from '#kernel/platform';
import { type Persona, Personas } from '#organizations';
import { seed } from '../../apps/cli/src/seed/seed.js';
import { Client } from './client.js';
import { beginVerb, type Ended, type Working } from './command-line.js';
import { eventually } from './eventually.js';
import { type FreshDatabase, freshDatabase } from './fresh-database.js';
import { type RunningForthright, spawnForthright, type Telling } from './spawn-forthright.js';
import { Spawned } from './spawned.js';
import type { TestServices } from './test-services.js';

/** How a reader stands, as health tells it. */
export interface ReaderStanding {
  readonly reader: string;
  readonly behind: number;
  readonly trouble?: string;
  readonly parked?: number;
}

/** Milliseconds in which the automations have looked through 18 months, and found nothing left to ask. */
const STORY_READ = 150_000;

/** The whole system at work on a database of its own, seeded as `npm start` seeds it: what a journey travels through. */
export class Journey {
  private constructor(
    readonly database: FreshDatabase,
    readonly forthright: RunningForthright,
    private readonly env: NodeJS.ProcessEnv,
    private readonly personas: readonly Persona[],
    private readonly stranded: readonly string[],
  ) {}

  /**
   * `redisUrl`: another Redis than the run's. `services`: other servers altogether. `stranded`: readers that nobody waits
   * for, since they cannot move here. `telling`: what the programs are told besides. `story`: with the 18 months of work.
   */
  static async begin({
    redisUrl,
    services,
    stranded = [],
    telling,
    story = false,
  }: {
    redisUrl?: string;
    services?: TestServices;
    stranded?: readonly string[];
    telling?: Telling;
    story?: boolean;
  } = {}): Promise<Journey> {
    const database = { ...(await freshDatabase(services && { services })), ...(redisUrl && { redisUrl }) };
    const dataDir = mkdtempSync(join(tmpdir(), 'forthright-journey-'));
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      DATABASE_URL: database.url,
      REDIS_URL: database.redisUrl,
      REDIS_PREFIX: database.redisPrefix,
      DATA_DIR: dataDir,
    };
    if (story) await seed(connectedConfig(env), 'story'); // before there is a worker that would answer today
    const forthright = await spawnForthright(database, telling, dataDir).catch(async (error: Error) => {
      await database.close();
      throw error;
    });
    try {
      if (!story) await seed(connectedConfig(env), 'organizations');
      const journey = new Journey(database, forthright, env, await new Personas(database.worker).all(), stranded);
      await journey.readersAtHead(story ? { within: STORY_READ } : {});
      return journey;
    } catch (error) {
      await forthright.close();
      await database.close();
      throw error;
    }
  }

  async end(): Promise<void> {
    await this.forthright.close();
    await this.database.close();
  }

  /** One of the seeded people. */
  persona(name: string): Persona {
    const found = this.personas.find(({ persona }) => persona === name);
    if (!found) throw new Error(`There is no persona ${name}`);
    return found;
  }

  /** The api as one of the seeded people uses it. */
  async as(name: string): Promise<Client> {
    const { org, person } = this.persona(name);
    const issuer = await DevelopmentIssuer.open({ mode: 'development', dataDir: this.forthright.dataDir });
    return new Client(this.forthright.url, await issuer.issue({ org, personId: person }));
  }

  /** Starts another program from its source, over what was built, on the same stores. End it before the journey ends. */
  spawn(file: string): Spawned {
    const program = new Spawned(file, this.env, ['--import', './test/support/from-build.mjs']);
    program.start();
    return program;
  }

  /** Starts a verb of the command line beside the api. */
  begin(...args: readonly string[]): Working {
    return beginVerb(this.env, args);
  }

  /** Runs a verb of the command line to its end. */
  cli(...args: readonly string[]): Promise<Ended> {
    return beginVerb(this.env, args).ended;
  }

  /** The same, with something typed into it. */
  cliTyping(typed: string, ...args: readonly string[]): Promise<Ended> {
    return beginVerb(this.env, args, typed).ended;
  }

  /** The last position of the ledger. */
  async head(): Promise<number> {
    const text = 'select position::text as position from ledger.ledgers where ledger = 1';
    const [row] = await this.database.worker.call<{ position: string }>({ text });
    return Number(row?.position);
  }

  /** How every reader stands, as health tells it. */
  async readers(): Promise<readonly ReaderStanding[]> {
    const response = await fetch(`${this.forthright.url}/health/ready`);
    return ((await response.json()) as { readers: ReaderStanding[] }).readers;
  }

  /** Waits until every reader has read the whole ledger, at most `within` milliseconds. */
  async readersAtHead({ within }: { within?: number } = {}): Promise<void> {
    await eventually(
      async () => {
        const late = (await this.readers())
          .filter(({ reader, behind }) => behind > 0 && !this.stranded.includes(reader))
          .map(({ reader }) => reader);
        if (late.length > 0) throw new Error(`Not at the head: ${late.join(', ')}\n${this.forthright.worker.output}`);
      },
      within === undefined ? {} : { within },
    );
  }
}
