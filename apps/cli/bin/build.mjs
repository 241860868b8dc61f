import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/** `npm run build`: compiles everything into `dist/`, and leaves a stamp there that says what was compiled. */
const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const STAMP = join(ROOT, 'dist/.built.json');
const SOURCES = ['apps', 'libs'];
const RECIPE = ['package.json', 'nest-cli.json', 'tsconfig.json', '.swcrc', 'test/tsconfig.build.json'];

const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** How many sources there are, and when the newest of them was changed. */
const look = () => {
  const sources = SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
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

/** Builds. Answers whether that went well; the output goes to stderr, so that a program's own stays clean. */
export const build = () => {
  const now = look();
  if (built()?.files !== now.files) rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  rmSync(STAMP, { force: true });
  const nest = join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [nest, 'build', '--all'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
  else writeFileSync(STAMP, JSON.stringify(now));
  return status === 0;
};

if (argv[1] === fileURLToPath(import.meta.url)) process.exitCode = build() ? 0 : 1;
