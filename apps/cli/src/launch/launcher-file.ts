import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  endProcess,
  giveBackLock,
  parentOf,
  processOf,
  type RunningProcess,
  type ServiceUrls,
  stillRuns,
  takeLock,
} from '#kernel/platform';

/** What `<dataDir>/launcher.json` tells a later start about this one. */
export interface Launched {
  readonly url: string;
  /** The processes without which this launcher has no owner: npm's, where npm started it. */
  readonly parents: readonly RunningProcess[];
  readonly programs: readonly RunningProcess[];
  /** Where PostgreSQL and Redis answer, once their schema is there. Holds passwords: the file is its owner's only. */
  readonly stores?: ServiceUrls;
}

const lockFile = (dataDir: string): string => join(dataDir, 'launcher.lock');
const infoFile = (dataDir: string): string => join(dataDir, 'launcher.json');

/** Milliseconds a launcher and its programs may take to end in order. */
const IN_ORDER = 60_000;

export const writeLaunched = (dataDir: string, launched: Launched): void => {
  const draft = `${infoFile(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(launched)}\n`, { mode: 0o600 });
  renameSync(draft, infoFile(dataDir));
};

const read = <T>(file: string): T | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
};

const readLaunched = (dataDir: string): Launched =>
  read<Launched>(infoFile(dataDir)) ?? { url: 'an unknown address', parents: [], programs: [] };

/** What a launcher that lives has told about itself; nothing where none does. */
export const livingLaunch = (dataDir: string): Launched | undefined => {
  const holder = read<RunningProcess>(lockFile(dataDir));
  return holder && stillRuns(holder) ? readLaunched(dataDir) : undefined;
};

/** npm's processes above us: npm itself, and the shell it may have put between. None where npm did not start us. */
export const npmParents = (env: NodeJS.ProcessEnv): RunningProcess[] => {
  if (!env.npm_lifecycle_event) return [];
  const above = parentOf(process.ppid);
  const parent = processOf(process.ppid);
  return above && /^(ba|da|z)?sh$/.test(above.program) ? [parent, above.parent] : [parent];
};

/**
 * Makes this process the launcher of a data folder. A launcher whose npm was killed is asked to end first, and programs
 * that a killed launcher has left are ended. Answers the address of another launcher that is in its right.
 */
export const becomeLauncher = async (dataDir: string, say: (line: string) => void): Promise<string | undefined> => {
  for (let other = takeLock(lockFile(dataDir)); other; other = takeLock(lockFile(dataDir))) {
    const { url, parents } = readLaunched(dataDir);
    if (parents.every(stillRuns)) return `${url} (process ${other.pid})`;
    say(`Waiting for a launcher that was left alone (process ${other.pid}) to end …`);
    await endProcess(other, [
      ['SIGTERM', IN_ORDER],
      ['SIGKILL', 5000],
    ]);
  }
  for (const program of readLaunched(dataDir).programs) {
    await endProcess(program, [
      ['SIGTERM', 10_000],
      ['SIGKILL', 5000],
    ]);
  }
  return undefined;
};

export const resign = (dataDir: string): void => {
  rmSync(infoFile(dataDir), { force: true });
  giveBackLock(lockFile(dataDir));
};
