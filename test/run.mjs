import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { install } from '../apps/cli/bin/install.mjs';

/**
 * `npm test`: builds, runs Jest, and ends with one line that counts. Names of projects come first, Jest's own arguments
 * after them: `node test/run.mjs unit int -t 'some title'`. Without names: all of them. `long` and `faults` are no
 * projects but measures: the property and fuzz specs, and the faults of `test/faults`, with more of everything than
 * anybody waits for before a commit. `STEPS=A3,W4` picks steps of the crash matrix.
 */
const PROJECTS = ['unit', 'http', 'int', 'journeys'];
const BUILT = ['int', 'journeys']; // some of these run the programs of dist/
const MEASURES = {
  long: { env: { PROPERTY_RUNS: '50000', FUZZ_SECONDS: '120' }, projects: ['unit', 'int'], specs: '(properties|fuzz)' },
  faults: { env: { FAULTS: 'whole', PROPERTY_RUNS: '2000' }, projects: ['int', 'journeys'], specs: 'test/faults/' },
};
const ROOT = dirname(import.meta.dirname);

const split = (args) => {
  const measure = MEASURES[args[0]];
  if (measure) {
    Object.assign(process.env, measure.env);
    return { projects: measure.projects, rest: ['--testPathPatterns', measure.specs, ...args.slice(1)] };
  }
  const end = args.findIndex((arg) => !PROJECTS.includes(arg));
  const names = end < 0 ? args : args.slice(0, end);
  return { projects: names.length > 0 ? names : PROJECTS, rest: end < 0 ? [] : args.slice(end) };
};

const run = (command, args) =>
  spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1;

/** Runs Jest and answers what it counted; a suite that could not even run counts as one failure. */
const jest = (projects, rest) => {
  const folder = mkdtempSync(join(tmpdir(), 'forthright-results-'));
  const file = join(folder, 'results.json');
  const options = ['-c', 'test/jest.config.mjs', '--maxWorkers=2', '--json', `--outputFile=${file}`];
  const status = run(process.execPath, [
    'node_modules/jest/bin/jest.js',
    ...options,
    ...rest,
    '--selectProjects',
    ...projects,
  ]);
  try {
    const told = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: told.numPassedTests,
      failed: told.numFailedTests + told.numRuntimeErrorTestSuites,
      skipped: told.numPendingTests + told.numTodoTests,
      status,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

install();
const { projects, rest } = split(process.argv.slice(2));
const builds = projects.some((project) => BUILT.includes(project));
const counted =
  builds && run('npm', ['run', '--silent', 'build']) !== 0
    ? { passed: 0, failed: 1, skipped: 0, status: 1 }
    : jest(projects, rest);
const skipped = counted.skipped > 0 ? `, ${counted.skipped} skipped` : '';
process.stdout.write(`Tests: ${counted.passed} passed, ${counted.failed} failed${skipped}\n`);
process.exitCode = counted.status === 0 && counted.failed === 0 && counted.passed > 0 ? 0 : 1;
