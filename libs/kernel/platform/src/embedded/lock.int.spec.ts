import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveBackLock, locked, takeLock } from './lock.js';
import { processOf } from './running-process.js';

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'forthright-lock-')), 'lock');
});
afterEach(() => rmSync(join(file, '..'), { recursive: true }));

describe('a lock file', () => {
  it('is taken by one, given back, and taken again', () => {
    expect(takeLock(file)).toBeUndefined();
    expect(takeLock(file)).toEqual(processOf(process.pid));
    giveBackLock(file);
    expect(existsSync(file)).toBe(false);
    expect(takeLock(file)).toBeUndefined();
  });

  it('is not given back by somebody else', () => {
    writeFileSync(file, JSON.stringify(processOf(process.ppid)));
    giveBackLock(file);
    expect(takeLock(file)?.pid).toBe(process.ppid);
  });

  it('is taken over from a process that is gone, even where its number lives on', () => {
    writeFileSync(file, JSON.stringify({ pid: process.ppid, began: 'long ago' }));
    expect(takeLock(file)).toBeUndefined();
    writeFileSync(file, 'half a li');
    expect(takeLock(file)).toBeUndefined();
  });

  it('lets work through one after the other', async () => {
    const order: string[] = [];
    const work = (name: string) =>
      locked(file, 5000, async () => {
        order.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push(`${name} out`);
      });
    await Promise.all([work('a'), work('b')]);
    expect(order).toHaveLength(4);
    expect(order[1]).toBe(order[0]?.replace('in', 'out'));
  });
});
