import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from '../../apps/cli/bin/install.mjs';

/** `npm run bench -- <suite> [--json OUT] [--seconds N]`: each suite prints what it measured and answers the figures. */
const SUITES = {
  ledger: './ledger-suite.ts',
  readers: './readers-suite.ts',
  rebuild: './rebuild-suite.ts',
  views: './views-suite.ts',
  measures: './measures-suite.ts',
};
/** Suites that run programs of dist/. */
const BUILT = ['readers', 'rebuild', 'views', 'measures'];

const usage = `Usage: npm run bench -- <suite> [--json OUT] [--seconds N]\nSuites: ${Object.keys(SUITES).join(', ')}`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, seconds: { type: 'string', default: '3' } },
});
const seconds = Number(values.seconds);
const file = SUITES[positionals[0]];
if (!file || positionals.length > 1 || !(seconds > 0)) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

install();
if (BUILT.includes(positionals[0])) execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
await import('../support/from-source.mjs');
const { run } = await import(file);
const figures = await run({ seconds, say: (line) => process.stdout.write(`${line}\n`) });
if (values.json) {
  const out = resolve(values.json);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(figures, null, 2)}\n`);
}
