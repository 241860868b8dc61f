import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/**
 * Module hooks that let plain Node run our TypeScript from source: `node --import ./test/support/from-source.mjs FILE.ts`.
 * Doors (`#kernel/core`) lead to sources, or to what was built where `from-build.mjs` is imported instead; `.js` endings of
 * relative imports lead to their `.ts` file.
 */
let conditions = ['source'];

export const initialize = ({ built } = {}) => {
  if (built) conditions = [];
};

const swc = JSON.parse(readFileSync(new URL('../../.swcrc', import.meta.url), 'utf8'));

export const resolve = (specifier, context, next) => {
  const ours = /\.tsx?$/.test(context.parentURL ?? '');
  if (ours && specifier.startsWith('.') && specifier.endsWith('.js'))
    for (const ending of ['.ts', '.tsx']) {
      const source = new URL(specifier.replace(/\.js$/, ending), context.parentURL);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
  return next(specifier, { ...context, conditions: [...conditions, ...context.conditions] });
};

export const load = async (url, context, next) => {
  if (!/\.tsx?$/.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const page = filename.endsWith('.tsx');
  const { parser, transform } = swc.jsc;
  const jsc = {
    ...swc.jsc,
    parser: { ...parser, tsx: page },
    transform: { ...transform, ...(page && { react: { runtime: 'automatic' } }) },
  };
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    ...swc,
    jsc,
    $schema: undefined,
    swcrc: false,
    sourceMaps: 'inline',
    filename,
  });
  return { format: 'module', source: code, shortCircuit: true };
};
