import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * A process of this machine, told apart from a later one with the same number by when it began (a text that only
 * equals itself; empty where the system does not say).
 */
export interface RunningProcess {
  readonly pid: number;
  readonly began: string;
}

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** What stands after the name in Linux's `/proc/<pid>/stat`: state, parent, …, and twentieth the start time. */
const stat = (pid: number): string[] | undefined => {
  const text = readText(`/proc/${pid}/stat`);
  return text ? text.slice(text.lastIndexOf(')') + 2).split(' ') : undefined;
};

const answersSignals = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const ask = (command: string, args: string[]): string => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
};

/** Whether a process with this number runs. One that ended and waits for its parent to notice (a zombie) does not. */
export const pidRuns = (pid: number): boolean => answersSignals(pid) && !['Z', 'X'].includes(stat(pid)?.[0] ?? '');

/** The process with this number, to be recognized later. */
export const processOf = (pid: number): RunningProcess => ({
  pid,
  began: process.platform === 'linux' ? (stat(pid)?.[19] ?? '') : ask('ps', ['-o', 'lstart=', '-p', `${pid}`]).trim(),
});

/** Whether exactly this process still runs. */
export const stillRuns = (known: RunningProcess): boolean =>
  pidRuns(known.pid) && processOf(known.pid).began === known.began;

/** The folder a process works in, with links resolved, where we may know it. */
export const workingFolder = (pid: number): string | undefined => {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`);
    const told = ask('lsof', ['-a', '-p', `${pid}`, '-d', 'cwd', '-Fn']);
    const folder = told.split('\n').find((line) => line.startsWith('n'));
    return folder && realpathSync(folder.slice(1));
  } catch {
    return undefined;
  }
};

/** The parent of a process, and the name of its program (`sh`, `node`). */
export const parentOf = (pid: number): { parent: RunningProcess; program: string } | undefined => {
  const told =
    process.platform === 'linux'
      ? `${stat(pid)?.[1] ?? ''} ${readText(`/proc/${pid}/comm`)}`
      : ask('ps', ['-o', 'ppid=,comm=', '-p', `${pid}`]);
  const [parent, program] = told.trim().split(/\s+/);
  return parent && program ? { parent: processOf(Number(parent)), program: basename(program) } : undefined;
};

/** Sends a signal; a process that has already gone is no error. */
export const sendSignal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Waits for a process to end, at most `within` milliseconds. Answers whether it did. */
export const ended = async (known: RunningProcess, within: number): Promise<boolean> => {
  const deadline = Date.now() + within;
  while (stillRuns(known)) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
};

/** Ends a process with ever harder signals, each with the milliseconds it may take; returns when it is gone. */
export const endProcess = async (
  known: RunningProcess,
  steps: readonly (readonly [NodeJS.Signals, number])[],
): Promise<void> => {
  for (const [name, within] of steps) {
    if (!stillRuns(known)) return;
    sendSignal(known.pid, name);
    if (await ended(known, within)) return;
  }
  throw new Error(`Process ${known.pid} does not end`);
};
