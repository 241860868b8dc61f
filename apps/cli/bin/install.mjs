import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Makes a clone that has nothing but Node into one that can build and test. */
const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const NEEDED = [20, 19];

const fail = (line) => {
  process.stderr.write(`${line}\n`);
  process.exit(1);
};

const changed = (file) => statSync(join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

const isNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
};

/** Installs the packages where they are missing or older than the lock file; ends the process where that fails. */
export const install = () => {
  if (!isNewEnough())
    fail(
      `Forthright needs Node.js ${NEEDED.join('.')} or newer. This is ${process.versions.node}: see https://nodejs.org`,
    );
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return;
  process.stderr.write('Installing packages (npm ci) …\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('The packages could not be installed: npm says why above.');
};
