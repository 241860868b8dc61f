import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Instant } from '#kernel/core';
import { projectingReader } from '#kernel/readers';
import { Counting } from '../counting.examples.js';
import { Counts } from '../counts/counts.js';
import { MEASURES } from '../measure-snapshot/measure.codes.js';
import { histories } from '../views/measure-subjects/histories.examples.js';
import { measureSubjects } from '../views/measure-subjects/measure-subjects.projection.js';
import { type SlowCase, slowly } from '../views/measure-subjects/reference.examples.js';
import { countedSlowly, type SlowCount } from '../views/measure-subjects/slow-counts.examples.js';
import type { Figure } from './figure.js';
import type { Standing } from './figures.js';

let counting: Counting;
beforeEach(async () => {
  counting = await Counting.begin();
});
afterEach(() => counting.close());

/** A share of ordered numbers, between two of them where it falls there. */
const percentile = (values: readonly number[], share: number): number | undefined => {
  const ordered = [...values].sort((a, b) => a - b);
  const place = (ordered.length - 1) * share;
  const [below, above] = [ordered[Math.floor(place)], ordered[Math.ceil(place)]];
  if (below === undefined || above === undefined) return undefined;
  return Math.round((below + (above - below) * (place - Math.floor(place))) * 100) / 100;
};

const meanDays = (minutes: readonly number[]): unknown =>
  expect.closeTo(minutes.reduce((sum, one) => sum + one, 0) / minutes.length / 1440, 1);

/** The organization's figures by month, counted with nothing but lists. */
const byHand = (cases: readonly SlowCase[]) =>
  [...new Set(cases.map(({ month, people }) => `${month} ${people}`))].sort().map((line) => {
    const among = cases.filter(({ month, people }) => `${month} ${people}` === line);
    const count = (status: SlowCase['status']) => among.filter((one) => one.status === status).length;
    const times = among.flatMap(({ status, minutes }) =>
      minutes !== undefined && (status === 'met' || status === 'failed') ? [minutes] : [],
    );
    const done = among.flatMap(({ status, minutes }) =>
      minutes !== undefined && ['met', 'failed', 'exception'].includes(status) ? [minutes] : [],
    );
    const [median, p90] = [percentile(times, 0.5), percentile(times, 0.9)];
    return {
      line,
      numerator: count('met'),
      denominator: count('met') + count('failed'),
      excluded: count('excluded'),
      exceptions: count('exception'),
      notMatured: count('notMatured'),
      reopened: among.filter(({ reopened, status }) => reopened && status !== 'excluded').length,
      lateEntries: among.filter(({ late, status }) => late && status !== 'excluded').length,
      timed: times.length,
      done: done.length,
      ...(among[0]?.measure === 'PC-02' && done.length > 0 && { meanDays: meanDays(done) }),
      ...(median !== undefined && { medianMinutes: median }),
      ...(p90 !== undefined && { p90Minutes: p90 }),
    };
  });

const asLines = (figures: readonly Figure[]) =>
  figures
    .filter(({ by }) => by === 'all')
    .map(({ period, people, by: _by, of: _of, ...counts }) => ({ line: `${period} ${people}`, ...counts }))
    .filter(
      ({ excluded, exceptions, denominator, notMatured }) => excluded + exceptions + denominator + notMatured > 0,
    );

/** Every measure by SQL. */
const counted = (org: string, standing: { table: string; now: Instant }) =>
  counting.db.api.inOrg(org, async (tx) => {
    const lines: Record<string, unknown> = {};
    for (const measure of MEASURES) {
      const question = { measure, kind: 'month', from: '2026-01', to: '2026-12' } as const;
      lines[measure] = asLines((await counting.figures.counted(tx, org, question, standing)).figures);
    }
    return lines;
  });

/** Every count by SQL, of the organization by month. */
const numbers = (org: string, standing: Standing) =>
  counting.db.api.inOrg(org, async (tx) => {
    const question = { kind: 'month', from: '2025-06', to: '2026-12' } as const;
    const { lines } = await new Counts().counted(tx, org, question, standing);
    const own = lines.filter(({ facilityId, number }) => !facilityId && number > 0);
    return own
      .map(({ count, period, by, of, number, timed }) => [count, period, by, of, number, timed].join(' '))
      .sort();
  });

const numbersByHand = (all: readonly SlowCount[]): readonly string[] => {
  const told = all.flatMap(({ count, month, of, took }) =>
    [['all', 'all'], ...Object.entries(of)].map((part) => ({ line: [count, month, ...part].join(' '), took })),
  );
  return [...new Set(told.map(({ line }) => line))]
    .map((line) => {
      const those = told.filter((one) => one.line === line);
      return `${line} ${those.length} ${those.filter(({ took }) => took !== undefined).length}`;
    })
    .sort();
};

const slow = (cases: readonly SlowCase[]) =>
  Object.fromEntries(MEASURES.map((measure) => [measure, byHand(cases.filter((one) => one.measure === measure))]));

const numRuns = Math.ceil(Number(process.env.PROPERTY_RUNS ?? 500) / 10);

it('counts by SQL, from what stands in the table, what a slow reading of the raw events counts', async () => {
  const { worker, api } = counting.db;
  const reader = projectingReader(worker, measureSubjects);
  await fc.assert(
    fc.asyncProperty(histories, fc.integer({ min: 1, max: 9 }), fc.nat(10), async (events, size, days) => {
      const org = randomUUID();
      for (let at = 0; at < events.length; at += size) {
        const batch = events.slice(at, at + size).map((event) => ({ ...event, org }));
        await worker.across((tx) => reader.apply(tx, batch));
      }
      const now = new Date(Date.parse(events.at(-1)?.recordedAt ?? '') + days * 86_400_000).toISOString();
      counting.clock.set(now);
      const standing = await api.inOrg(org, (tx) => counting.figures.standing(tx, org));
      expect(await counted(org, standing)).toEqual(slow(slowly(events, now)));
      expect(await numbers(org, standing)).toEqual(numbersByHand(countedSlowly(events, now)));
    }),
    { numRuns },
  );
});

it('counts at a position of the past what a slow reading of the events up to there counts', async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.nat(), async (events, part) => {
      const fresh = await Counting.begin(); // recorded times never run back: each history has a ledger of its own
      try {
        const org = await fresh.organization();
        const positions = await fresh.write(org, events);
        const known = events.slice(0, 1 + (part % events.length));
        const position = positions[known.length - 1] ?? 0;
        const past = await fresh.db.api.inOrg(org, async (tx) => {
          const standing = await fresh.figures.standing(tx, org, { position });
          const question = { measure: 'CRP-05a', kind: 'month', from: '2026-01', to: '2026-12' } as const;
          return fresh.figures.counted(tx, org, question, standing);
        });
        expect([past.position, past.asOf]).toEqual([position, known.at(-1)?.recordedAt]);
        const cases = slowly(known, past.asOf).filter(({ measure }) => measure === 'CRP-05a');
        expect(asLines(past.figures)).toEqual(byHand(cases));
      } finally {
        await fresh.close();
      }
    }),
    { numRuns: Math.ceil(numRuns / 5) },
  );
});
