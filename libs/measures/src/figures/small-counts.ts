import { determined } from './determined.js';
import { type Cell, type Sum, sumsOf } from './sums.js';

/** What is counted in a cell, as far as one count follows from the others: they are hidden together. */
export type Counts<C> = (cell: C) => readonly number[];

/** The largest count that tells of single people (domain.md 2.2, rule 9). */
const SMALL = 10;
export const isSmall = (count: number): boolean => count > 0 && count <= SMALL;

/**
 * The cells of a table that are hidden: those with a count of 1 to 10, then one after the other whatever else must go,
 * until nothing hidden follows any more. Zero may be shown.
 */
export const hiddenOf = <C extends Cell>(cells: readonly C[], counts: Counts<C>): readonly C[] => {
  const sums = sumsOf(cells);
  const hidden = new Set(cells.filter((cell) => counts(cell).some(isSmall)));
  for (let next = nextOf(sums, hidden, counts); next; next = nextOf(sums, hidden, counts)) hidden.add(next);
  return [...hidden];
};

const nextOf = <C extends Cell>(sums: readonly Sum<C>[], hidden: ReadonlySet<C>, counts: Counts<C>): C | undefined => {
  for (const sum of sums) {
    const next = exposing(sum, hidden, counts);
    if (next) return next;
  }
  const [told] = determined(sums, hidden);
  const around = sums.flatMap(({ whole, parts }) => [whole, ...parts]).filter((one) => !hidden.has(one));
  return told && smallest(around, counts);
};

/** What has to be hidden next, so that nothing hidden follows from this sum. */
const exposing = <C extends Cell>(
  { whole, parts }: Sum<C>,
  hidden: ReadonlySet<C>,
  counts: Counts<C>,
): C | undefined => {
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

const size = <C>(cell: C, counts: Counts<C>): number => counts(cell).reduce((sum, count) => sum + count, 0);

/** The smallest that is not zero, if there is one: zeros tell least when they are shown. */
const smallest = <C>(cells: readonly C[], counts: Counts<C>): C | undefined => {
  const ordered = [...cells].sort((a, b) => size(a, counts) - size(b, counts));
  return ordered.find((one) => size(one, counts) > 0) ?? ordered[0];
};
