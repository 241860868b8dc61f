import fc from 'fast-check';
import { determinedBy } from '../figures/audit.examples.js';
import type { CountLine } from './count-line.js';
import { hiddenLines } from './hidden-counts.js';

const line = (number: number, more: Partial<CountLine> = {}): CountLine => ({
  count: 'harm-events',
  period: '2026-Q1',
  by: 'all',
  of: 'all',
  number,
  timed: 0,
  ...more,
});

/** The numbers that are shown, by what they are of. */
const shown = (lines: readonly CountLine[]) =>
  Object.fromEntries(
    hiddenLines(lines).flatMap(({ line: { by, of, number, period, facilityId }, hidden }) =>
      hidden.includes('number') ? [] : [[`${period} ${facilityId ?? by} ${of}`, number]],
    ),
  );

it('hides small parts and the next smallest, and leaves the whole', () => {
  const of = (number: number, severity: string) => line(number, { by: 'severity', of: severity });
  expect(shown([line(100), of(4, 'death'), of(26, 'severe'), of(70, 'mild')])).toEqual({
    '2026-Q1 all all': 100,
    '2026-Q1 severity mild': 70,
  });
});

it('leaves out the parts of a facility: they are small nearly always', () => {
  const facilityId = '0192a000-0000-7000-8000-000000000010';
  const lines = [line(40), line(40, { facilityId }), line(40, { by: 'type', of: 'fall', facilityId })];
  expect(shown(lines)).toEqual({ '2026-Q1 all all': 40, [`2026-Q1 ${facilityId} all`]: 40 });
});

it('hides the times of ten people or fewer, and of what is hidden', () => {
  const timed = (number: number, of: number) =>
    hiddenLines([line(number, { timed: of, median: 2, p90: 4 })]).flatMap(({ hidden }) => hidden);
  expect(timed(40, 30)).toEqual([]);
  expect(timed(40, 10)).toEqual(['times']);
  expect(timed(9, 9)).toEqual(['number', 'times']);
});

const numbers = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 11, max: 90 }));
const MONTHS = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
const QUARTERS = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];

/** A year with its quarters and months, by facility, by severity and by class: cells of all three, summed up. */
const year = fc
  .array(fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1), numbers), { maxLength: 3 }), {
    minLength: 12,
    maxLength: 12,
  })
  .map((months) => {
    const lines: CountLine[] = [];
    const add = (period: string, those: readonly (readonly [number, number, number, number])[]) => {
      const sum = (test: (one: readonly number[]) => boolean) =>
        those.filter(test).reduce((total, [, , , number]) => total + number, 0);
      lines.push(
        line(
          sum(() => true),
          { period },
        ),
      );
      for (const at of [0, 1, 2]) {
        lines.push(
          line(
            sum(([facility]) => facility === at),
            { period, facilityId: `f${at}` },
          ),
        );
        lines.push(
          line(
            sum(([, severity]) => severity === at),
            { period, by: 'severity', of: `s${at}` },
          ),
        );
      }
      for (const at of [0, 1])
        lines.push(
          line(
            sum(([, , kind]) => kind === at),
            { period, by: 'class', of: `k${at}` },
          ),
        );
    };
    for (const [at, those] of months.entries()) add(MONTHS[at] as string, those);
    for (const [at, quarter] of QUARTERS.entries()) add(quarter, months.slice(3 * at, 3 * at + 3).flat());
    add('2026', months.flat());
    return lines;
  });

const periodsIn = (period: string): readonly string[] => {
  if (period === '2026') return QUARTERS;
  return period.includes('Q') ? MONTHS.slice(3 * QUARTERS.indexOf(period), 3 * QUARTERS.indexOf(period) + 3) : [];
};

/** The equations that anybody can write down: a whole, and the lines that add up to it. */
const equationsOf = (lines: readonly CountLine[]) => {
  const of = (test: (one: CountLine) => boolean) => lines.flatMap((one, at) => (test(one) ? [at] : []));
  return lines.flatMap((whole, at) => {
    const isWhole = whole.by === 'all' && !whole.facilityId;
    const here = (one: CountLine) => isWhole && one.period === whole.period;
    const shorter = of(
      (one) =>
        periodsIn(whole.period).includes(one.period) &&
        one.by === whole.by &&
        one.of === whole.of &&
        one.facilityId === whole.facilityId,
    );
    const splits = [
      of((one) => here(one) && one.facilityId !== undefined),
      of((one) => here(one) && one.by === 'severity'),
      of((one) => here(one) && one.by === 'class'),
    ];
    return [...splits, shorter].filter((parts) => parts.length > 0).map((parts) => [at, parts] as const);
  });
};

it('shows no small number, nor anything from which a hidden one follows, over a whole year', () => {
  fc.assert(
    fc.property(year, (lines) => {
      const seen = hiddenLines(lines);
      const dark = seen.map(({ hidden }) => hidden.includes('number'));
      for (const [at, { line: one }] of seen.entries())
        if (!dark[at]) expect(one.number === 0 || one.number > 10).toBe(true);
      const unknown = dark.flatMap((one, at) => (one ? [at] : []));
      const rows = equationsOf(seen.map((one) => one.line)).map(([whole, parts]) =>
        unknown.map((at) => (at === whole ? -1 : parts.includes(at) ? 1 : 0)),
      );
      expect(determinedBy(rows)).toEqual([]);
    }),
    { numRuns: Math.ceil(Number(process.env.PROPERTY_RUNS ?? 500) / 5) },
  );
});
