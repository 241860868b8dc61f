import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stillRuns } from '#kernel/platform';
import { eventually } from '../../../../test/support/index.js';
import { Program } from './program.js';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthright-program-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const program = (source: string): Program => {
  const file = join(folder, 'main.mjs');
  writeFileSync(file, source);
  return new Program({
    name: 'api',
    file,
    env: process.env,
    logFile: join(folder, 'logs/api.log'),
    say: (line) => said.push(line),
    changed: () => undefined,
  });
};

describe('a program of the launcher', () => {
  it('runs until it is stopped, and is gone then', async () => {
    const idle = program('setInterval(() => {}, 1000);');
    idle.start();
    const running = idle.running;
    expect(running && stillRuns(running)).toBe(true);
    await idle.stop();
    expect(running && stillRuns(running)).toBe(false);
    expect(idle.running).toBeUndefined();
  });

  it('says how and with what words it ended too early', async () => {
    const failing = program('console.error("no such table"); process.exit(3);');
    failing.start();
    expect(await failing.endedEarly).toBe('3');
    expect(failing.lastWords()).toContain('no such table');
    expect(failing.running).toBeUndefined();
  });

  it('is started again when it dies later, and the terminal is told', async () => {
    const mortal = program('setInterval(() => {}, 1000);');
    mortal.start();
    mortal.keep();
    const first = mortal.running;
    process.kill(first?.pid as number, 'SIGKILL');
    await eventually(() => {
      expect(mortal.running).toBeDefined();
      expect(mortal.running).not.toEqual(first);
    });
    expect(said).toEqual([expect.stringMatching(/^api ended with SIGKILL .*: starting it again in 0.5 s$/)]);
    await mortal.stop();
  });
});
