import fc from 'fast-check';
import { determinedBy } from './audit.examples.js';
import { emptyFigure, type Figure } from './figure.js';
import { suppressed } from './suppression.js';

const figure = (more: Partial<Figure>): Figure => ({ ...emptyFigure('2026-01'), ...more });
const total = (numerator: number, denominator: number) => figure({ numerator, denominator });
const facility = (of: string, numerator: number, denominator: number) =>
  figure({ by: 'facility', of, numerator, denominator });

/** Which figures lack their rate. */
const dark = (figures: readonly Figure[]) =>
  suppressed(figures).flatMap(({ figure: { period, by, of }, hidden }) =>
    hidden.includes('rate') ? [by === 'all' ? period : of] : [],
  );

describe('small counts', () => {
  it.each([
    [0, 0, false],
    [0, 11, false],
    [11, 11, false],
    [10, 21, true], // a numerator of 10
    [21, 22, true], // one failed: it follows from the other two
    [0, 10, true],
  ])('%d of %d is hidden: %s', (numerator, denominator, hidden) => {
    expect(dark([total(numerator, denominator)])).toEqual(hidden ? ['2026-01'] : []);
  });

  it('are hidden count by count, those together of which one follows from the others', () => {
    const one = figure({ numerator: 40, denominator: 60, excluded: 3, lateEntries: 11, timed: 55 });
    expect(suppressed([one])).toEqual([{ figure: one, hidden: ['excluded'] }]);
    expect(suppressed([figure({ denominator: 30, timed: 2 })])[0]?.hidden).toEqual(['times']); // of two people
  });

  it('do not follow from the total: the next smallest is hidden too', () => {
    const figures = [total(62, 84), facility('a', 2, 14), facility('b', 15, 30), facility('c', 45, 60)];
    // of a alone 2 would be 62 - 15 - 45
    expect(dark([figures[0] as Figure, facility('a', 2, 14), facility('b', 20, 32), facility('c', 40, 58)])).toEqual([
      'a',
      'b',
    ]);
    expect(dark(figures)).toContain('b');
  });

  it('do not follow together either: what is hidden sums up to more than ten', () => {
    const figures = [total(60, 120), facility('a', 30, 32), facility('b', 15, 18), facility('c', 15, 70)];
    // a and b failed 2 and 3: together 5, which 60 - 55 would tell, so c is hidden as well
    expect(dark(figures)).toEqual(['a', 'b', 'c']);
  });

  it('of a month do not follow from the quarter', () => {
    const quarter = { ...total(66, 99), period: '2026-Q1' };
    const [january, february, march] = (
      [
        [22, 33],
        [4, 20],
        [40, 46],
      ] as const
    ).map(([numerator, denominator], at) => figure({ period: `2026-0${at + 1}`, numerator, denominator })) as [
      Figure,
      Figure,
      Figure,
    ];
    expect(dark([january, february, march])).toEqual(['2026-02', '2026-03']);
    const [big, small, large] = [
      figure({ period: '2026-01', numerator: 22, denominator: 33 }),
      figure({ period: '2026-02', numerator: 4, denominator: 20 }),
      figure({ period: '2026-03', numerator: 40, denominator: 60 }),
    ];
    expect(dark([quarter, big, small, large])).toEqual(['2026-01', '2026-02']);
  });
});

/** The equations that anybody can write down from what the figures are of. */
const equationsOf = (figures: readonly Figure[]): (readonly [whole: number, parts: readonly number[]])[] =>
  figures.flatMap((whole, at) => {
    const of = (test: (one: Figure) => boolean) => figures.flatMap((one, index) => (test(one) ? [index] : []));
    const split = (by: 'facility' | 'harm') =>
      whole.by === 'all' ? of((one) => one.by === by && one.period === whole.period) : [];
    const months = whole.period.includes('Q')
      ? of((one) => !one.period.includes('Q') && one.by === whole.by && one.of === whole.of)
      : [];
    return [split('facility'), split('harm'), months]
      .filter((parts) => parts.length > 0)
      .map((parts) => [at, parts] as const);
  });

const counts = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 11, max: 90 }));

/** A quarter with its months, split by up to four facilities and by harm, all of it adding up. */
const lattice = fc
  .array(fc.array(fc.array(counts, { minLength: 2, maxLength: 3 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((cells) => {
    const figures: Figure[] = [];
    const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
    const add = (period: string, by: Figure['by'], of: string, excluded: number) =>
      figures.push({ ...emptyFigure(period), by, of, excluded });
    const months = ['2026-01', '2026-02', '2026-03'];
    for (const [at, period] of [...months, '2026-Q1'].entries()) {
      const here = cells.map((facility) => (at < 3 ? (facility[at] ?? []) : facility.flat()));
      const harms = [0, 1, 2].map((harm) =>
        sum(cells.flatMap((facility) => (at < 3 ? [facility[at] ?? []] : facility).map((list) => list[harm] ?? 0))),
      );
      add(period, 'all', 'all', sum(here.flat()));
      for (const [index, list] of here.entries()) add(period, 'facility', `f${index}`, sum(list));
      for (const [index, count] of harms.entries()) add(period, 'harm', `h${index}`, count);
    }
    return figures;
  });

it('no hidden count follows from all that is shown, whatever the numbers', () => {
  fc.assert(
    fc.property(lattice, (figures) => {
      const shown = suppressed(figures).map(({ hidden }) => !hidden.includes('excluded'));
      const unknown = shown.flatMap((one, at) => (one ? [] : [at]));
      for (const [at, { excluded }] of figures.entries())
        if (shown[at]) expect([0, 11, 12, 13]).toContain(Math.min(excluded, 13));
      const rows = equationsOf(figures).map(([whole, parts]) => {
        const row = unknown.map((at) => (at === whole ? -1 : parts.includes(at) ? 1 : 0));
        return row as number[];
      });
      expect(determinedBy(rows)).toEqual([]);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  );
});
