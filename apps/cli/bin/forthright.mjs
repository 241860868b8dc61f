#!/usr/bin/env node
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from './install.mjs';

/** `forthright`, on a machine that may have nothing but Node: installs and builds what is missing, then runs the command. */
const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

install();

const { build, isBuilt } = await import('./build.mjs');
if (!isBuilt()) {
  process.stderr.write('Building …\n');
  if (!(await build())) {
    process.stderr.write('The build failed: see above.\n');
    process.exit(1);
  }
}

await import(pathToFileURL(join(ROOT, 'dist/programs/cli.js')).href);
