import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Copy, DockerfileParser, type Instruction } from 'dockerfile-ast';
import { parse } from 'yaml';
import { connectedConfig, freePort } from '#kernel/platform';
import { eventually } from '../support/eventually.js';
import { type FreshDatabase, freshDatabase } from '../support/index.js';

const ROOT = join(__dirname, '../..');
/** Milliseconds that installing and building may take on a machine that does other things as well. */
const SLOW = 900_000;
const DOCKERFILE = join(ROOT, 'docker/Dockerfile');

interface Composed {
  readonly command?: string | readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

/** There is no container engine here: what the Dockerfile says is done step by step, in empty folders. */
describe('the image', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forthright-image-'));
  const stages: Instruction[][] = [];
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
    for (const step of DockerfileParser.parse(readFileSync(DOCKERFILE, 'utf8')).getInstructions()) {
      if (step.getKeyword() === 'FROM') stages.push([]);
      stages.at(-1)?.push(step);
    }
    for (const [index, steps] of stages.entries()) for (const step of steps) perform(step, join(folder, `${index}`));
  }, SLOW);
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Files that git knows: what a clone holds, and a build is sent. */
  const copyClone = (to: string) => {
    const names = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
    for (const name of names.filter((one) => existsSync(join(ROOT, one)))) {
      mkdirSync(dirname(join(to, name)), { recursive: true });
      cpSync(join(ROOT, name), join(to, name));
    }
  };

  const perform = (step: Instruction, stage: string): void => {
    const app = join(stage, 'app');
    mkdirSync(app, { recursive: true });
    if (step.getKeyword() === 'RUN') {
      const env = { ...process.env, npm_config_prefer_offline: 'true' };
      execFileSync('sh', ['-c', step.getArgumentsContent() ?? ''], {
        cwd: app,
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    }
    if (step.getKeyword() !== 'COPY') return;
    const words = step.getArguments().map((argument) => argument.getValue());
    const [to = '', ...from] = words.reverse();
    const staged = (step as Copy).getFromFlag()?.getValue() === 'build';
    if (from.includes('.')) copyClone(app);
    else
      for (const one of from) {
        const source = staged ? join(folder, '0', one) : join(ROOT, one);
        const target = to === './' ? join(app, one.split('/').at(-1) ?? '') : join(app, to);
        cpSync(source, target, { recursive: true, verbatimSymlinks: true });
      }
  };

  const run = (command: readonly string[], env: NodeJS.ProcessEnv) => {
    const [program = '', ...args] = command;
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: join(folder, '1/app'),
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return { child, ended };
  };

  it('has two stages, runs as nobody in particular, and says how it is', () => {
    const words = stages[1]?.map((step) => step.getKeyword());
    expect(stages).toHaveLength(2);
    expect(words).toEqual(expect.arrayContaining(['USER', 'EXPOSE', 'HEALTHCHECK', 'CMD']));
    expect(stages[1]?.find((step) => step.getKeyword() === 'USER')?.getArgumentsContent()).toBe('node');
  });

  it('holds what runs, and no compiler, tests or secrets', () => {
    const app = join(folder, '1/app');
    expect(existsSync(join(app, 'dist/programs/api.js'))).toBe(true);
    for (const name of ['test', '.git', '.data', 'node_modules/typescript', 'node_modules/jest'])
      expect([name, existsSync(join(app, name))]).toEqual([name, false]);
  });

  it('migrates, and its api answers, from what the steps have made', async () => {
    const port = await freePort();
    const env = {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      REDIS_URL: database.redisUrl,
      REDIS_PREFIX: database.redisPrefix,
      DATA_DIR: join(folder, 'data'),
      PORT: `${port}`,
    };
    expect(await run(['node', 'dist/programs/cli.js', 'migrate'], env).ended).toBe(0);
    const cmd = stages[1]?.find((step) => step.getKeyword() === 'CMD')?.getArgumentsContent() ?? '[]';
    const { child, ended } = run(JSON.parse(cmd) as string[], env);
    try {
      await eventually(async () => {
        expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
      });
    } finally {
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    }
  });
});

describe('the compose file', () => {
  const { services } = parse(readFileSync(join(ROOT, 'docker/compose.yml'), 'utf8'), { merge: true }) as {
    services: Readonly<Record<string, Composed>>;
  };

  it('brings the stores, then the schema, then api and worker', () => {
    expect(Object.keys(services)).toEqual(['postgres', 'redis', 'migrate', 'api', 'worker']);
    for (const name of ['api', 'worker'])
      expect(Object.keys(services[name]?.depends_on ?? {})).toEqual(expect.arrayContaining(['migrate', 'redis']));
  });

  it('tells the programs what they need, in words that they know', () => {
    const told = {
      MASTER_KEY: Buffer.alloc(32).toString('base64'),
      OIDC_ISSUER: 'https://id.example',
      OIDC_AUDIENCE: 'forthright',
      OIDC_JWKS_URL: 'https://id.example/keys',
      OIDC_ORG: '0192a000-0000-7000-8000-000000000001',
    } as Readonly<Record<string, string>>;
    const given = Object.entries(services.api?.environment ?? {}).map(([name, value]) => [
      name,
      /^\$\{/.test(value) ? (told[name] ?? '') : value,
    ]);
    expect(connectedConfig(Object.fromEntries(given)).mode).toBe('production');
  });

  it('starts programs that the build makes', () => {
    for (const name of ['migrate', 'worker']) {
      const file = [services[name]?.command ?? []].flat().find((word) => word.endsWith('.js')) ?? '';
      expect([name, existsSync(join(ROOT, file))]).toEqual([name, true]);
    }
  });
});
