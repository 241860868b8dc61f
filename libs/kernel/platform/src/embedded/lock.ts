import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

const links = (from: string, to: string): boolean => {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/** Moves a dead process's lock out of the way; a lock that somebody alive took meanwhile is put back. */
const clear = (file: string): void => {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another process cleared it first
  }
  const found = holder(aside);
  if (found && stillRuns(found)) links(aside, file);
  rmSync(aside, { force: true });
};

/** Takes a lock file, or answers who holds it. A file left by a process that is gone is taken over. */
export const takeLock = (file: string): RunningProcess | undefined => {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, JSON.stringify(processOf(process.pid)), { mode: 0o600 });
  try {
    while (!links(draft, file)) {
      const other = holder(file);
      if (other && stillRuns(other)) return other;
      clear(file);
    }
    return undefined;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Gives back a lock file, if this process holds it. */
export const giveBackLock = (file: string): void => {
  if (holder(file)?.pid === process.pid) rmSync(file, { force: true });
};

/** Does some work while holding a lock file; waits at most `within` milliseconds for it. */
export const locked = async <T>(file: string, within: number, work: () => Promise<T>): Promise<T> => {
  const deadline = Date.now() + within;
  for (let other = takeLock(file); other; other = takeLock(file)) {
    if (Date.now() > deadline) throw new Error(`Process ${other.pid} has held ${file} for too long`);
    await pause(50);
  }
  try {
    return await work();
  } finally {
    giveBackLock(file);
  }
};
