import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killServices, runningServices } from '#kernel/platform';
import { beginVerb } from '../../../../test/support/command-line.js';
import { eventually } from '../../../../test/support/index.js';

const HEADER = readFileSync(
  join(__dirname, '../../../../test/fixtures/maude/maude-bone-cement-2017.csv'),
  'utf8',
).split('\n')[0];

let dataDir: string;
let env: NodeJS.ProcessEnv;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'forthright-session-'));
  const { DATABASE_URL: _, REDIS_URL: __, ...rest } = process.env;
  env = { ...rest, NODE_ENV: 'development', DATA_DIR: dataDir };
});
afterAll(() => {
  killServices(dataDir);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

describe('a verb that starts stores of its own', () => {
  it('ends them when it is interrupted', async () => {
    const pipe = join(dataDir, 'endless');
    execFileSync('mkfifo', [pipe]);
    const writer = createWriteStream(pipe, { flags: 'r+' }); // never closed: the import waits for more
    writer.write(`${HEADER}\n`);
    const verb = beginVerb(env, ['import', pipe, '--as', 'maude']);
    try {
      await eventually(
        () => {
          if (!runningServices(dataDir)) throw new Error('The stores do not run yet');
        },
        { within: 60_000 },
      );
      verb.child.kill('SIGINT');
      expect(await verb.ended).toEqual({ code: 130, signal: null, stdout: '', stderr: '' });
      expect(runningServices(dataDir)).toBeUndefined();
    } finally {
      verb.child.kill('SIGKILL');
      writer.destroy();
    }
  });

  it('ends them when its work is done, as after any other start', async () => {
    const { code, stdout, stderr } = await beginVerb(env, ['ledger', 'verify', '--json']).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
    expect(runningServices(dataDir)).toBeUndefined();
  });

  it.each([
    ['DATABASE_URL', 'postgresql://127.0.0.1:1/nobody'],
    ['REDIS_URL', 'redis://127.0.0.1:1'],
  ])('does not start the other half of an installation of which it knows %s only', async (name, url) => {
    const { code, stderr } = await beginVerb({ ...env, [name]: url }, ['personas']).ended;
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^DATABASE_URL and REDIS_URL go together here: .*\n$/)]);
  });
});
