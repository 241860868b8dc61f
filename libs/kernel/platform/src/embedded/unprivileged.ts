import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const NOBODY = 65_534;
const NAMESPACE = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/**
 * PostgreSQL refuses to run as root. For root it therefore runs in a user namespace that shows root as nobody (which
 * needs no other user and no change of owners), or, where those are forbidden, as nobody itself.
 */
export interface Unprivileged {
  readonly ids: { readonly uid?: number; readonly gid?: number };
  /** The command line that runs `command` in this way. */
  line(command: string, args: readonly string[]): { command: string; args: readonly string[] };
  /** A folder for data: the one wished for, or a stand-in that the other user can reach. */
  folder(wished: string): string;
  /** Makes a file or folder the property of whoever will run. */
  own(path: string): void;
  /** A folder of programs, copied next to the data where the other user cannot reach it. */
  programs(folder: string, data: string): Promise<string>;
}

const plain: Unprivileged = {
  ids: {},
  line: (command, args) => ({ command, args }),
  folder: (wished) => wished,
  own: () => undefined,
  programs: async (folder) => folder,
};

const reachable = (path: string): boolean => {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && !(statSync(folder).mode & 0o001)) return false;
    if (folder === dirname(folder)) return true;
  }
};

const asNobody: Unprivileged = {
  ...plain,
  ids: { uid: NOBODY, gid: NOBODY },
  folder: (wished) => {
    if (reachable(dirname(wished))) return wished;
    const name = createHash('sha256').update(wished).digest('hex').slice(0, 12);
    return join('/var/lib', `forthright-${name}`);
  },
  own: (path) => chownSync(path, NOBODY, NOBODY),
  programs: async (folder, data) => {
    if (reachable(folder)) return folder;
    const copy = join(dirname(data), `${data.split('/').pop()}-programs`);
    if (!existsSync(copy)) {
      mkdirSync(dirname(copy), { recursive: true });
      await promisify(execFile)('cp', ['-a', folder, copy]);
    }
    return copy;
  },
};

/** How to run a program that refuses to be root, as whoever we are. */
export const unprivileged = (): Unprivileged => {
  if (process.getuid?.() !== 0) return plain;
  if (spawnSync('unshare', [...NAMESPACE, 'true']).status !== 0) return asNobody;
  return { ...plain, line: (command, args) => ({ command: 'unshare', args: [...NAMESPACE, command, ...args] }) };
};
