import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run samples` (after a build): writes a sample of every event type whose newest version has none, and notes its
 * hash as released. What is there is never touched. Look the new files through before they are committed.
 */
const HERE = fileURLToPath(new URL('.', import.meta.url));
const SEALED =
  'v1.v9wrNhq9kCKeiOQW.FSoM_rEmfAlltSVMHQvLXLhkQFqUtv_sCHio2m7vbqcjJE-FXQGkejpk50V7.g-pgnlnKCxRCuIDM3TJy-Q';
const AN_ID = '0192a000-0000-7000-8000-000000000022';
const SIMPLE = [AN_ID, '2026-03-02T09:10:00.000Z', '2026-03-02', true, 1, 2, 0.5, 'us-co', 'Riverside', 'a'.repeat(64)];

/** The codes of a fixed list, as a kind names them when it refuses something. */
const named = (problem) => problem?.match(/one of (.+)$/)?.[1].split(', ') ?? [];

/** A value that a kind takes: of its own codes where it names some, alone or as the only one of a list. */
const sampled = (kind) => {
  const groups = [
    { cents: 250_000 },
    { value: SIMPLE[1], precision: 'day' },
    { promise: AN_ID, owner: AN_ID, dueAt: SIMPLE[1], handedOver: false },
  ];
  for (const wrapped of [(value) => value, (value) => [value]])
    for (const value of [...named(kind.problem(wrapped(Symbol('no value')))), ...SIMPLE, ...groups])
      if (!kind.problem(wrapped(value))) return wrapped(value);
  throw new Error(`No value is known that ${kind.problem(undefined)}`);
};

const dataOf = ({ type, fields }) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { sealed, kind }]) => {
      try {
        return [name, sealed ? { sealed: SEALED } : sampled(kind)];
      } catch (error) {
        throw new Error(`${type}.${name}: ${error.message}`);
      }
    }),
  );

const sampleOf = (category, shape, at) => {
  const hex = at.toString(16).padStart(4, '0');
  return {
    ledger: 1,
    position: at,
    org: '0192a000-0000-7000-8000-000000000001',
    stream: `${category}-0192a000-0000-7000-8000-000000000201`,
    revision: 5,
    eventId: `0192b000-${hex}-7000-8000-0000000000e1`,
    type: shape.type,
    schemaVersion: shape.version,
    occurredAt: '2026-03-02T09:19:00.000Z',
    recordedAt: '2026-03-02T09:19:00.250Z',
    actor: { kind: 'staff', id: '0192a000-0000-7000-8000-000000000021', role: 'risk-manager' },
    commandId: `0192b000-${hex}-7000-8000-0000000000c1`,
    correlationId: `0192b000-${hex}-7000-8000-0000000000c2`,
    meta: { facility: '0192a000-0000-7000-8000-000000000010', zone: 'America/Chicago', precision: 'minute' },
    data: dataOf(shape),
  };
};

const { contexts } = await import('../../dist/apps/cli/src/contexts.js');
const notes = join(HERE, 'released.json');
const released = JSON.parse(readFileSync(notes, 'utf8'));
const drafts = contexts
  .flatMap(({ name, catalogue, deciders }) =>
    catalogue.map((shape) => ({ name, shape, category: deciders[0]?.decider.category ?? name })),
  )
  .map((one) => ({ ...one, file: `${one.name}/${one.shape.type}.v${one.shape.version}.json` }))
  .filter(({ file }) => !existsSync(join(HERE, file)));

for (const [more, { name, category, shape, file }] of drafts.entries()) {
  mkdirSync(join(HERE, name), { recursive: true });
  const sample = sampleOf(category, shape, Object.keys(released).length + 1 + more);
  writeFileSync(join(HERE, file), `${JSON.stringify(sample, null, 2)}\n`);
  process.stdout.write(`${file}\n`);
}
spawnSync('npx', ['biome', 'format', '--write', HERE], { stdio: 'ignore' });
const hashes = drafts.map(({ file }) => [
  file,
  createHash('sha256')
    .update(readFileSync(join(HERE, file)))
    .digest('hex'),
]);
const noted = Object.entries({ ...released, ...Object.fromEntries(hashes) }).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(notes, `${JSON.stringify(Object.fromEntries(noted), null, 2)}\n`);
