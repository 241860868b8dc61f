import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, pidRuns, processOf, type RunningProcess, workingFolder } from './running-process.js';

/** Milliseconds: a healthy server answers within the first; the second leaves room for replaying a long log. */
const ANSWERS_WITHIN = 6000;
const READY_WITHIN = 120_000;

/** A database server of ours. It writes its own process number into `pidFile` and works in `folder`. */
export interface Server {
  readonly name: string;
  readonly folder: string;
  readonly pidFile: string;
  readonly logFile: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid' | 'env'>;
  /** How it is stopped: ever harder signals, each with the milliseconds it may take. */
  readonly stopSteps: readonly (readonly [NodeJS.Signals, number])[];
  /** Whether it opens with our password and is the one on our folder; `starting` where it asks for patience. */
  answers(): Promise<'yes' | 'starting' | 'no'>;
}

const pidIn = (file: string): number | undefined => {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
};

/** The process that serves our folder, if one runs: never a stranger that got the same number later. */
export const serving = (server: Pick<Server, 'folder' | 'pidFile'>): RunningProcess | undefined => {
  const pid = pidIn(server.pidFile);
  if (pid === undefined || !pidRuns(pid)) return undefined;
  try {
    return workingFolder(pid) === realpathSync(server.folder) ? processOf(pid) : undefined;
  } catch {
    return undefined;
  }
};

/** Waits until a server answers. `gone` ends the wait early; silence is given up after `patience` milliseconds. */
const answering = async (server: Server, patience: number, gone: () => boolean): Promise<boolean> => {
  const begun = Date.now();
  let silentSince = begun;
  while (Date.now() - begun < READY_WITHIN && !gone()) {
    const answer = await server.answers();
    if (answer === 'yes') return true;
    if (answer === 'starting') silentSince = Date.now();
    if (Date.now() - silentSince > patience) return false;
    await pause(25);
  }
  return false;
};

/** Takes over a server that an earlier, killed start has left; one that does not answer any more is ended. */
export const adopt = async (server: Server): Promise<'adopted' | 'ended' | 'none'> => {
  const left = serving(server);
  if (!left) return 'none';
  if (await answering(server, ANSWERS_WITHIN, () => !serving(server))) return 'adopted';
  await endProcess(left, [
    ['SIGQUIT', 3000],
    ['SIGKILL', 10_000],
  ]);
  return 'ended';
};

const spawnDetached = (server: Server): ChildProcess => {
  mkdirSync(dirname(server.logFile), { recursive: true });
  const log = openSync(server.logFile, 'a', 0o600);
  try {
    // A process group of its own: Ctrl-C reaches only the launcher, which stops the servers last and in order.
    const child = spawn(server.command, server.args, {
      ...server.options,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
};

const said = (server: Server, from: number): string => {
  try {
    return readFileSync(server.logFile).subarray(from).toString('utf8').trim().split('\n').slice(-8).join('\n');
  } catch {
    return '';
  }
};

const size = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Starts a server that is not running and waits until it answers; fails with what it wrote to its log. */
export const start = async (server: Server): Promise<void> => {
  rmSync(server.pidFile, { force: true }); // of a process that is gone, or a number that is a stranger's by now
  const logged = size(server.logFile);
  const child = spawnDetached(server);
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code, by) => {
    failure ??= `it ended with ${by ?? code}`;
  });
  if (await answering(server, READY_WITHIN, () => failure !== undefined)) return;
  if (child.pid !== undefined && pidRuns(child.pid)) await endProcess(processOf(child.pid), server.stopSteps);
  throw new Error(`${server.name} did not start: ${failure ?? 'it does not answer'}\n${said(server, logged)}`.trim());
};

/** Stops the process that serves our folder, if one runs. */
export const stop = async (server: Pick<Server, 'folder' | 'pidFile' | 'stopSteps'>): Promise<void> => {
  const running = serving(server);
  if (running) await endProcess(running, server.stopSteps);
};
