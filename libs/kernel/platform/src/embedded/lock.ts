import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processOf, type RunningProcess, stillRuns } from './running-process.js';

const holder = (file: string): RunningProcess | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningProcess;
  } catch {
    return undefined;
  }
};

/**
 * Takes a lock file, or answers who holds it. A file left by a process that is gone is taken over. (Two processes that
 * take over at the same instant could both win; the one that finds another's name in it afterwards has lost.)
 */
export const take = (file: string): RunningProcess | undefined => {
  const self = processOf(process.pid);
  mkdirSync(dirname(file), { recursive: true });
  const other = holder(file);
  if (other && other.pid !== self.pid && stillRuns(other)) return other;
  rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify(self), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const winner = holder(file);
  return winner?.pid === self.pid ? undefined : (winner ?? { pid: 0, began: '' });
};

/** Gives back a lock file that this process holds. */
export const giveBack = (file: string): void => {
  if (holder(file)?.pid === process.pid) rmSync(file, { force: true });
};

/** Does some work while holding a lock file; waits at most `within` milliseconds for it. */
export const locked = async <T>(file: string, within: number, work: () => Promise<T>): Promise<T> => {
  const deadline = Date.now() + within;
  for (let other = take(file); other; other = take(file)) {
    if (Date.now() > deadline) throw new Error(`Process ${other.pid} holds ${file} for too long`);
    await pause(50);
  }
  try {
    return await work();
  } finally {
    giveBack(file);
  }
};
