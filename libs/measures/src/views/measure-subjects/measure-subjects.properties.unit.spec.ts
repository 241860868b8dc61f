import fc from 'fast-check';
import type { Instant, Recorded } from '#kernel/core';
import type { MeasureFact } from '../../facts/measure-fact.js';
import type { Status } from '../../measure-snapshot/measure.codes.js';
import { histories } from './histories.examples.js';
import { foldedOver, type MeasuredFact, type Rows } from './history.examples.js';
import { type SlowCase, slowly } from './reference.examples.js';
import { countedSlowly, type SlowCount } from './slow-counts.examples.js';

type Events = readonly Recorded<MeasuredFact>[];

/** A value as jsonb gives it back: without what is undefined, its keys in another order. */
const stored = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(stored) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? 1 : -1)).map(([key, one]) => [key, stored(one)])) as T;
};

const storedRows = (rows: Rows): Rows => new Map([...rows].map(([key, row]) => [key, stored(row)]));

const statusOf = ({ outcome, dueAt, waits }: MeasureFact, now: Instant): Status => {
  if (outcome === 'met' && waits && dueAt !== undefined && dueAt >= now) return 'notMatured';
  if (outcome !== 'unmet') return outcome;
  return dueAt === undefined || dueAt < now ? 'failed' : 'notMatured';
};

const quickly = (rows: Rows, now: Instant): SlowCase[] =>
  [...rows].flatMap(([subject, { facts }]) =>
    facts.map((fact) => ({
      measure: fact.measure,
      subject,
      ...(fact.case && { case: fact.case }),
      people: fact.people,
      month: fact.month,
      status: statusOf(fact, now),
      ...(fact.doneAt && { minutes: Math.max(0, Date.parse(fact.doneAt) - Date.parse(fact.anchorAt)) / 60_000 }),
      late: fact.late,
      reopened: fact.reopened,
    })),
  );

const sorted = (cases: readonly SlowCase[]) =>
  [...cases].sort((a, b) =>
    JSON.stringify([a.measure, a.subject, a.case, a]) < JSON.stringify([b.measure, b.subject, b.case, b]) ? -1 : 1,
  );

/** Folded batch by batch, each going on from what the database made of the one before. */
const inBatches = (events: Events, size: number): Rows => {
  let rows: Rows = new Map();
  for (let at = 0; at < events.length; at += size) rows = storedRows(foldedOver(events.slice(at, at + size), rows));
  return rows;
};

const numRuns = Number(process.env.PROPERTY_RUNS ?? 500);

it('comes to the same facts in batches of any size as in one, as a rebuild folds them', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 1, max: 7 }), (events, size) => {
      expect(inBatches(events, size)).toEqual(storedRows(foldedOver(events)));
    }),
    { numRuns },
  );
});

it('counts at every position what a slow reading of the events up to there counts, at its time and later', () => {
  const moments = fc.constantFrom(0, 29, 61, 24 * 60, 5 * 24 * 60, 180 * 24 * 60, 400 * 24 * 60);
  fc.assert(
    fc.property(histories, fc.nat(), moments, (events, part, minutes) => {
      const known = events.slice(0, 1 + (part % events.length));
      const now = new Date(Date.parse(known.at(-1)?.recordedAt ?? '') + minutes * 60_000).toISOString();
      expect(sorted(quickly(foldedOver(known), now))).toEqual(sorted(slowly(known, now)));
    }),
    { numRuns },
  );
});

const counted = (rows: Rows): SlowCount[] =>
  [...rows].flatMap(([subject, { counts }]) =>
    counts.map(({ count, month, of, took }) => ({
      count,
      subject,
      month,
      of: of as SlowCount['of'],
      ...(took !== undefined && { took }),
    })),
  );

const inOneOrder = (counts: readonly SlowCount[]) =>
  counts.map((one) => JSON.stringify(Object.entries(stored(one)).sort())).sort();

it('is in every count at every position in which a slow reading of the events up to there has it', () => {
  fc.assert(
    fc.property(histories, fc.nat(), (events, part) => {
      const known = events.slice(0, 1 + (part % events.length));
      const slow = countedSlowly(known, known.at(-1)?.recordedAt ?? '');
      expect(inOneOrder(counted(foldedOver(known)))).toEqual(inOneOrder(slow));
    }),
    { numRuns },
  );
});
