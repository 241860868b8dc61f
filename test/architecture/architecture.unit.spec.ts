import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { sourceRules, withoutComments } from './source-rules.js';

interface Verdict {
  readonly modules: number;
  readonly broken: readonly { rule: string; from: string; to: string }[];
}

const ROOT = resolve(__dirname, '../..');
const VIOLATIONS = join(__dirname, 'violations');
const SKIPPED = new Set(['node_modules', 'dist', '.data', 'violations']);

const folders = readdirSync(VIOLATIONS).sort();
const importRules: string[] = [
  ...new Set(
    (jest.requireActual('./rules.cjs') as { forbidden: { name: string }[] }).forbidden.map(({ name }) => name),
  ),
];

const cruise = (paths: readonly string[]): Verdict[] =>
  JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'cruise.mjs'), ...paths], { encoding: 'utf8', maxBuffer: 2 ** 27 }),
  );

const sources = (folder: string, under: string): string[] =>
  readdirSync(join(folder, under), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => SKIPPED.has(part)));

const read = (folder: string) =>
  ['apps', 'libs', 'test']
    .filter((under) => readdirSync(folder).includes(under))
    .flatMap((under) => sources(folder, under))
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return { path, text, code: withoutComments(text) };
    });

const brokenSourceRules = (folder: string): string[] =>
  read(folder).flatMap((file) =>
    sourceRules
      .filter((rule) => rule.about(file.path) && rule.broken(file))
      .map((rule) => `${rule.name}: ${file.path}`),
  );

const [code, ...samples] = cruise([ROOT, ...folders.map((folder) => join(VIOLATIONS, folder))]);

describe('the code', () => {
  it('imports only what it may', () => {
    expect(code?.broken.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`)).toEqual([]);
  });

  it('was looked at: every source file is in the graph', () => {
    expect(code?.modules).toBeGreaterThanOrEqual(sources(ROOT, 'apps').length + sources(ROOT, 'libs').length);
  });

  it('reads as the house wants it', () => {
    expect(brokenSourceRules(ROOT)).toEqual([]);
  });
});

describe('a rule without a failing example is a comment', () => {
  it('has one folder that breaks it for each rule', () => {
    expect(folders).toEqual([...importRules, ...sourceRules.map(({ name }) => name)].sort());
  });

  it.each(folders.map((folder, index) => [folder, index] as const))(
    '%s bites, and nothing else does',
    (folder, index) => {
      const imports = samples[index]?.broken.map(({ rule }) => rule) ?? [];
      const texts = brokenSourceRules(join(VIOLATIONS, folder)).map((line) => line.split(':')[0]);
      expect([...new Set([...imports, ...texts])]).toEqual([folder]);
    },
  );

  it.each(importRules)('%s catches every import of its folder', (rule) => {
    const importing = read(join(VIOLATIONS, rule)).filter(({ code }) => code.includes(" from '"));
    const caught = samples[folders.indexOf(rule)]?.broken.flatMap(({ from, to }) => [from, to]);
    expect(caught).toEqual(expect.arrayContaining(importing.map(({ path }) => path)));
  });
});
