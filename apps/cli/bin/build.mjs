import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';
import { bundlePrograms } from './programs.mjs';

/** `npm run build`: compiles everything into `dist/`, bundles the programs, and leaves a stamp that says what was compiled. */
const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const STAMP = join(ROOT, 'dist/.built.json');
const SOURCES = ['apps', 'libs'];
const RECIPE = [
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  '.swcrc',
  'test/tsconfig.build.json',
  'apps/cli/bin/programs.mjs',
];

const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Every source whose name ends so. */
const sourcesOf = (ending) =>
  SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );

/** How many sources there are, and when the newest of them was changed. */
const look = () => {
  const sources = sourcesOf(/\.tsx?$/);
  const newest = Math.max(...[...sources, ...RECIPE.map((file) => join(ROOT, file))].map(changed));
  return { files: sources.length, newest };
};

const built = () => {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Whether `dist/` was made from the sources as they are. */
export const isBuilt = () => {
  const before = built();
  const now = look();
  return before?.files === now.files && before.newest === now.newest;
};

/** Pages: Nest's builder passes by what ends with .tsx. */
const buildPages = () => {
  const { $schema, jsc, ...options } = JSON.parse(readFileSync(join(ROOT, '.swcrc'), 'utf8'));
  const parser = { ...jsc.parser, tsx: true };
  const transform = { ...jsc.transform, react: { runtime: 'automatic' } };
  for (const source of sourcesOf(/\.tsx$/)) {
    const target = join(ROOT, 'dist', relative(ROOT, source)).replace(/\.tsx$/, '.js');
    const { code } = transformFileSync(source, {
      ...options,
      swcrc: false,
      sourceMaps: 'inline',
      jsc: { ...jsc, parser, transform },
    });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
};

/** Builds. Answers whether that went well; the output goes to stderr, so that a program's own stays clean. */
export const build = async () => {
  const now = look();
  if (built()?.files !== now.files) rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  rmSync(STAMP, { force: true });
  const nest = join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [nest, 'build', '--all'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`);
    return false;
  }
  buildPages();
  await bundlePrograms(ROOT);
  writeFileSync(STAMP, JSON.stringify(now));
  return true;
};

if (argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await build()) ? 0 : 1;
