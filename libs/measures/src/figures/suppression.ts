import { determined } from './determined.js';
import type { Figure } from './figure.js';
import { apart, type Sum, sumsOf } from './sums.js';

/** Counts that are hidden together, because one follows from the others. */
const PARTS = {
  rate: ({ numerator, denominator }) => [numerator, denominator - numerator, denominator],
  excluded: ({ excluded }) => [excluded],
  exceptions: ({ exceptions }) => [exceptions],
  notMatured: ({ notMatured }) => [notMatured],
  lateEntries: ({ lateEntries }) => [lateEntries],
  reopened: ({ reopened }) => [reopened],
} as const satisfies Record<string, (figure: Figure) => readonly number[]>;

export type Part = keyof typeof PARTS | 'times' | 'mean';
/** All that may be hidden of a figure; `rate` is numerator, denominator and what follows, `times` median and p90. */
export const PARTS_SHOWN: readonly Part[] = [
  'rate',
  'excluded',
  'exceptions',
  'notMatured',
  'lateEntries',
  'reopened',
  'times',
  'mean',
];
type Counts = (figure: Figure) => readonly number[];

/** A figure, and what of it is not shown. */
export interface Suppressed {
  readonly figure: Figure;
  readonly hidden: readonly Part[];
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
  const hidden = Object.entries(PARTS).map(
    ([part, counts]) => [part as Part, new Set(apart(figures).flatMap((those) => hiddenOf(those, counts)))] as const,
  );
  return figures.map((figure) => {
    const parts = hidden.flatMap(([part, those]) => (those.has(figure) ? [part] : []));
    return { figure, hidden: [...parts, ...hiddenTimes(figure, parts)] };
  });
};

/** Median and mean of few people tell of each of them; the mean is of those with an exception too. */
const hiddenTimes = ({ timed, done, meanDays }: Figure, parts: readonly Part[]): readonly Part[] => {
  const times = parts.includes('rate') || isSmall(timed);
  const mean = meanDays !== undefined && (times || parts.includes('exceptions') || isSmall(done));
  return [...(times ? (['times'] as const) : []), ...(mean ? (['mean'] as const) : [])];
};

/** The small ones, then one after the other whatever else must go, until nothing hidden follows any more. */
const hiddenOf = (figures: readonly Figure[], counts: Counts): readonly Figure[] => {
  const sums = sumsOf(figures);
  const hidden = new Set(figures.filter((figure) => counts(figure).some(isSmall)));
  for (let next = nextOf(sums, hidden, counts); next; next = nextOf(sums, hidden, counts)) hidden.add(next);
  return [...hidden];
};

const nextOf = (sums: readonly Sum[], hidden: ReadonlySet<Figure>, counts: Counts): Figure | undefined => {
  for (const sum of sums) {
    const next = exposing(sum, hidden, counts);
    if (next) return next;
  }
  const [told] = determined(sums, hidden);
  const around = sums.flatMap(({ whole, parts }) => [whole, ...parts]).filter((one) => !hidden.has(one));
  return told && smallest(around, counts);
};

/** What has to be hidden next, so that nothing hidden follows from this sum. */
const exposing = ({ whole, parts }: Sum, hidden: ReadonlySet<Figure>, counts: Counts): Figure | undefined => {
  const dark = parts.filter((part) => hidden.has(part));
  const next = smallest(
    parts.filter((part) => !hidden.has(part)),
    counts,
  );
  if (hidden.has(whole)) return dark.length === 0 ? next : undefined;
  if (dark.length === 0) return undefined;
  const rest = dark.map(counts).reduce((sum, more) => sum.map((count, at) => count + (more[at] ?? 0)));
  return dark.length > 1 && !rest.some(isSmall) ? undefined : (next ?? whole);
};

const size = (figure: Figure, counts: Counts): number => counts(figure).reduce((sum, count) => sum + count, 0);

/** The smallest that is not zero, if there is one: zeros tell least when they are shown. */
const smallest = (figures: readonly Figure[], counts: Counts): Figure | undefined => {
  const ordered = [...figures].sort((a, b) => size(a, counts) - size(b, counts));
  return ordered.find((one) => size(one, counts) > 0) ?? ordered[0];
};
