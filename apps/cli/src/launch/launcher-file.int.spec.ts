import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processOf } from '#kernel/platform';
import { becomeLauncher, livingLaunch, resign, writeLaunched } from './launcher-file.js';

let dataDir: string;
let others: ChildProcess[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'forthright-launcher-'));
  others = [];
});
afterEach(() => {
  for (const other of others) other.kill('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

const another = async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  others.push(child);
  return processOf(child.pid as number);
};

const gone = { pid: process.pid, began: 'long ago' };
const lock = (holder: object) => writeFileSync(join(dataDir, 'launcher.lock'), JSON.stringify(holder));

describe('the launcher of a data folder', () => {
  it('is one: another that lives is in its right, until it resigns', async () => {
    expect(await becomeLauncher(dataDir, () => undefined)).toBeUndefined();
    writeLaunched(dataDir, { url: 'http://127.0.0.1:3000', parents: [], programs: [] });
    expect(await becomeLauncher(dataDir, () => undefined)).toBe(`http://127.0.0.1:3000 (process ${process.pid})`);
    resign(dataDir);
    expect(await becomeLauncher(dataDir, () => undefined)).toBeUndefined();
  });

  it('tells where its stores are for as long as it lives, to its owner only', async () => {
    const stores = { databaseUrl: 'postgresql://somewhere', redisUrl: 'redis://somewhere' };
    expect(livingLaunch(dataDir)).toBeUndefined();
    await becomeLauncher(dataDir, () => undefined);
    writeLaunched(dataDir, { url: '', parents: [], programs: [], stores });
    expect(livingLaunch(dataDir)).toMatchObject({ stores });
    expect(statSync(join(dataDir, 'launcher.json')).mode & 0o777).toBe(0o600);
    resign(dataDir);
    lock(gone);
    writeLaunched(dataDir, { url: '', parents: [], programs: [], stores });
    expect(livingLaunch(dataDir)).toBeUndefined();
  });

  it('ends the programs that a killed one has left', async () => {
    const left = await another();
    lock(gone);
    writeLaunched(dataDir, { url: '', parents: [], programs: [left, gone] });
    const exit = once(others[0] as ChildProcess, 'exit');
    expect(await becomeLauncher(dataDir, () => undefined)).toBeUndefined();
    expect(await exit).toEqual([null, 'SIGTERM']);
  });

  it('asks one to end whose npm was killed', async () => {
    const said: string[] = [];
    lock(await another());
    writeLaunched(dataDir, { url: '', parents: [gone], programs: [] });
    expect(await becomeLauncher(dataDir, (line) => said.push(line))).toBeUndefined();
    expect(said[0]).toContain('left alone');
  });
});
