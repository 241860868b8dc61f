import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunningProcess } from './running-process.js';

/** Where one server listens and how it is opened. Chosen once, so that a later start finds the same. */
export interface Door {
  readonly port: number;
  readonly password: string;
}

/** What `<dataDir>/services.json` holds: the doors, and the processes of ours that use the servers now. */
export interface ServicesState {
  readonly postgres?: Door;
  readonly redis?: Door;
  /** That the queues live in PostgreSQL now. */
  readonly queues?: 'postgresql';
  readonly users: readonly RunningProcess[];
}

const file = (dataDir: string): string => join(dataDir, 'services.json');

/** Reads the state of a data folder; a folder without one has none yet. */
export const readState = (dataDir: string): ServicesState => {
  try {
    return JSON.parse(readFileSync(file(dataDir), 'utf8')) as ServicesState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { users: [] };
    throw new Error(`${file(dataDir)} cannot be read: ${(error as Error).message}`);
  }
};

/** Replaces the state in one step; only its owner may read it, since it holds passwords. */
export const writeState = (dataDir: string, state: ServicesState): void => {
  const draft = `${file(dataDir)}.${process.pid}`;
  mkdirSync(dirname(draft), { recursive: true });
  writeFileSync(draft, `${JSON.stringify(state, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file(dataDir));
};

/** A new password of 128 random bits. */
export const newPassword = (): string => randomBytes(16).toString('hex');
