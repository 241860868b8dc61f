#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** `forthright`, on a machine that may have nothing but Node: installs and builds what is missing, then runs the command. */
const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const NEEDED = [20, 19];

const say = (line) => process.stderr.write(`${line}\n`);
const fail = (line) => {
  say(line);
  process.exit(1);
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]))
  fail(
    `Forthright needs Node.js ${NEEDED.join('.')} or newer. This is ${process.versions.node}: see https://nodejs.org`,
  );

const changed = (file) => statSync(join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  say('Installing packages (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('The packages could not be installed: npm says why above.');
}

const { build, isBuilt } = await import('./build.mjs');
if (!isBuilt()) {
  say('Building …');
  if (!build()) fail('The build failed: see above.');
}

await import(pathToFileURL(join(ROOT, 'dist/apps/cli/src/main.js')).href);
