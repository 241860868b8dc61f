import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '#kernel/platform';
import { type Finding, fail, ok, warn } from './finding.js';

const GIBIBYTE = 2 ** 30;

/** Whether this Node.js runs us: 20.19 is the first of its line that loads our modules everywhere. */
export const checkNode = (version = process.versions.node): Finding => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? ok('node', `Node.js ${version}`)
    : fail('node', `Node.js ${version}`, 'Install Node.js 20.19 or newer.');
};

/** Whether a disk has room: our own PostgreSQL stops taking commands when its disk is full. */
export const checkDisk = ({ dataDir }: Pick<Config, 'dataDir'>, free = freeIn(dataDir)): Finding => {
  const says = `${(free.bytes / GIBIBYTE).toFixed(1)} GiB free where ${dataDir} is (${Math.round(free.part * 100)} %)`;
  const todo = 'Make room, or move the data folder (DATA_DIR) to a larger disk.';
  if (free.bytes < GIBIBYTE / 4) return fail('disk', says, todo);
  return free.bytes < 2 * GIBIBYTE || free.part < 0.05 ? warn('disk', says, todo) : ok('disk', says);
};

const freeIn = (dataDir: string): { bytes: number; part: number } => {
  let folder = resolve(dataDir);
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize, blocks } = statfsSync(folder);
  return { bytes: bavail * bsize, part: bavail / blocks };
};
