import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventType, instant, PRECISIONS, type Recorded, ROLES, upcast, uuid } from '#kernel/core';
import { catalogues } from './catalogues.js';

/**
 * One sample of every shape that was ever stored, as `<context>/<EventType>.v<N>.json`. A shape that changes gets a new
 * version and a new sample; the old sample stays, since the old events do.
 */
type Sample = Recorded & { readonly data: Readonly<Record<string, unknown>> };

const TOKEN = /^v1\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/;
const STREAM = /^[a-z][a-z-]*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const META = ['facility', 'zone', 'precision', 'onBehalfOf', 'reasonCode', 'approver', 'traceparent'];

const types = Object.entries(catalogues).flatMap(([context, catalogue]) =>
  catalogue.map((type) => [`${context}/${type.type}`, type] as const),
);
const versions = types.flatMap(([name, { version }]) =>
  Array.from({ length: version }, (_, before) => `${name}.v${before + 1}.json`),
);
const stored = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(__dirname, name)).map((file) => `${name}/${file}`));

/** SHA-256 of every sample, noted when its shape was first shipped. A new version adds a line; none is ever edited. */
const released: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(__dirname, 'released.json'), 'utf8'));

const read = (file: string): Sample => JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as Sample;

/** What is wrong with data as it is stored: sealed fields hold a token, open fields what their kind allows. */
const storedProblem = ({ fields }: EventType, data: Sample['data']): string | undefined => {
  const stranger = Object.keys(data).find((name) => !(name in fields));
  if (stranger) return `has a field ${stranger} that the type does not know`;
  for (const [name, { sealed, optional, kind }] of Object.entries(fields)) {
    const value = data[name];
    if (value === undefined && optional) continue;
    const token = (value as { sealed?: string } | undefined)?.sealed;
    const problem = sealed ? (TOKEN.test(token ?? '') ? undefined : 'must be sealed') : kind.problem(value);
    if (problem) return `${name} ${problem}`;
  }
  return undefined;
};

const envelopeProblem = (sample: Sample): string | undefined => {
  for (const id of ['org', 'eventId', 'commandId', 'correlationId'] as const)
    if (uuid().problem(sample[id])) return `${id} must be a UUID`;
  for (const time of ['occurredAt', 'recordedAt'] as const)
    if (instant().problem(sample[time])) return `${time} must be an instant`;
  for (const count of ['ledger', 'position', 'revision'] as const)
    if (!Number.isInteger(sample[count]) || sample[count] < 1) return `${count} must count from 1`;
  if (!STREAM.test(sample.stream)) return 'stream must be <category>-<uuid>';
  if (!ROLES.includes(sample.actor.role)) return 'actor must have a role';
  if (sample.meta.precision && !PRECISIONS.includes(sample.meta.precision)) return 'precision must be one of ours';
  const stranger = Object.keys(sample.meta).find((key) => !META.includes(key));
  return stranger && `meta knows no ${stranger}`;
};

describe('stored events', () => {
  it('have a sample of every version of every type, and no sample without a type', () => {
    expect(stored.sort()).toEqual([...versions].sort());
  });

  it('are named once: no two contexts share a type', () => {
    const names = types.map(([, { type }]) => type);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(stored)('%s is what its name says, in an envelope that the ledger knows', (file) => {
    const sample = read(file);
    expect(file.split('/')[1]).toBe(`${sample.type}.v${sample.schemaVersion}.json`);
    expect(envelopeProblem(sample)).toBeUndefined();
  });

  it.each(stored)('%s has not changed since it was released', (file) => {
    const text = readFileSync(join(__dirname, file), 'utf8');
    expect(`${file} ${createHash('sha256').update(text).digest('hex')}`).toBe(`${file} ${released[file]}`);
  });

  it.each(types)('%s: the samples of all versions are read as what the newest one is', (name, type) => {
    for (let version = 1; version <= type.version; version++) {
      const data = upcast(type, version, read(`${name}.v${version}.json`).data);
      expect([version, storedProblem(type, data)]).toEqual([version, undefined]);
    }
  });
});
