import type { Figure } from './figure.js';

/** Counts that are hidden together, because one follows from the others. */
const PARTS = {
  rate: ({ numerator, denominator }) => [numerator, denominator - numerator, denominator],
  excluded: ({ excluded }) => [excluded],
  exceptions: ({ exceptions }) => [exceptions],
  notMatured: ({ notMatured }) => [notMatured],
  lateEntries: ({ lateEntries }) => [lateEntries],
} as const satisfies Record<string, (figure: Figure) => readonly number[]>;

export type Part = keyof typeof PARTS | 'times';
/** All that may be hidden of a figure; `rate` is numerator, denominator and what follows, `times` median and p90. */
export const PARTS_SHOWN: readonly Part[] = ['rate', 'excluded', 'exceptions', 'notMatured', 'lateEntries', 'times'];
type Counts = (figure: Figure) => readonly number[];

/** A figure, and what of it is not shown. */
export interface Suppressed {
  readonly figure: Figure;
  readonly hidden: readonly Part[];
}

/** A figure that others add up to, so that one of them follows from the rest. */
interface Sum {
  readonly whole: Figure;
  readonly parts: readonly Figure[];
}

/** The largest count that tells of single people (domain.md 2.2, rule 9). */
const SMALL = 10;
const isSmall = (count: number): boolean => count > 0 && count <= SMALL;

/**
 * Hides every count of 1 to 10 and every further count from which one would follow, by the sums over facilities, over
 * severities of harm, and over the months of a quarter. Zero may be shown. Give it all figures of a quarter at once: what
 * is hidden must not depend on which of them somebody asks for.
 */
export const suppressed = (figures: readonly Figure[]): readonly Suppressed[] => {
  const sums = sumsOf(figures);
  const hidden = Object.entries(PARTS).map(
    ([part, counts]) => [part as Part, hiddenOf(figures, sums, counts)] as const,
  );
  return figures.map((figure) => {
    const parts = hidden.flatMap(([part, those]) => (those.has(figure) ? [part] : []));
    const times = parts.includes('rate') || isSmall(figure.timed);
    return { figure, hidden: times ? [...parts, 'times' as const] : parts };
  });
};

const hiddenOf = (figures: readonly Figure[], sums: readonly Sum[], counts: Counts): ReadonlySet<Figure> => {
  const hidden = new Set(figures.filter((figure) => counts(figure).some(isSmall)));
  for (let settled = false; !settled; ) {
    settled = true;
    for (const sum of sums) {
      const next = exposing(sum, hidden, counts);
      if (!next) continue;
      hidden.add(next);
      settled = false;
    }
  }
  return hidden;
};

/** What has to be hidden next, so that nothing hidden follows from this sum. */
const exposing = ({ whole, parts }: Sum, hidden: ReadonlySet<Figure>, counts: Counts): Figure | undefined => {
  const dark = parts.filter((part) => hidden.has(part));
  const lit = parts.filter((part) => !hidden.has(part)).sort((a, b) => size(a, counts) - size(b, counts));
  const next = lit.find((part) => size(part, counts) > 0) ?? lit[0];
  if (hidden.has(whole)) return dark.length === 0 ? next : undefined;
  if (dark.length === 0) return undefined;
  const rest = dark.map(counts).reduce((sum, more) => sum.map((count, at) => count + (more[at] ?? 0)));
  return dark.length > 1 && !rest.some(isSmall) ? undefined : (next ?? whole);
};

const size = (figure: Figure, counts: Counts): number => counts(figure).reduce((sum, count) => sum + count, 0);

const sumsOf = (figures: readonly Figure[]): readonly Sum[] =>
  figures.flatMap((whole) => {
    const among = figures.filter(({ people }) => people === whole.people);
    const split = (['facility', 'harm'] as const).map((by) =>
      among.filter((one) => whole.by === 'all' && one.by === by && one.period === whole.period),
    );
    const months = among.filter(
      ({ period, by, of }) => by === whole.by && of === whole.of && quarterOf(period) === whole.period,
    );
    return [...split, months].filter((parts) => parts.length > 0).map((parts) => ({ whole, parts }));
  });

/** The quarter that a month is in. */
export const quarterOf = (month: string): string | undefined => {
  const [, year, number] = /^(\d{4})-(\d\d)$/.exec(month) ?? [];
  return year && `${year}-Q${Math.ceil(Number(number) / 3)}`;
};
