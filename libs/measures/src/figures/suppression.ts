import type { Figure } from './figure.js';
import { hiddenOf, isSmall } from './small-counts.js';
import { apart } from './sums.js';

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

/** A figure, and what of it is not shown. */
export interface Suppressed {
  readonly figure: Figure;
  readonly hidden: readonly Part[];
}

/**
 * Hides every count of 1 to 10 and every further count from which one would follow, by the sums over facilities, over
 * severities, types and sources, and over the months of a quarter. Zero may be shown. Give it all figures of a quarter
 * at once: what is hidden must not depend on which of them somebody asks for.
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
