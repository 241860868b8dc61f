import type { Figure } from './figure.js';
import { grouped } from './grouped.js';

/** One number of a table: of a period, and of everything or of one part of a split. */
export interface Cell {
  readonly period: string;
  /** `all`, or what it is split by. */
  readonly by: string;
  /** Which part, or `all`. */
  readonly of: string;
}

/** A cell that others add up to, so that one of them follows from the rest. */
export interface Sum<C extends Cell> {
  readonly whole: C;
  readonly parts: readonly C[];
}

/** The sums among cells of one table: over every split, over the months of a quarter, over the quarters of a year. */
export const sumsOf = <C extends Cell>(cells: readonly C[]): readonly Sum<C>[] => {
  const splits = [...new Set(cells.map(({ by }) => by))].filter((by) => by !== 'all');
  return cells.flatMap((whole) => {
    const among = cells.filter(({ period }) => period === whole.period);
    const split = splits.map((by) => among.filter((one) => whole.by === 'all' && one.by === by));
    const shorter = cells.filter(
      ({ period, by, of }) => by === whole.by && of === whole.of && isPartOf(period, whole.period),
    );
    return [...split, shorter].filter((parts) => parts.length > 0).map((parts) => ({ whole, parts }));
  });
};

/** A month is part of its quarter, a quarter of its year. */
const isPartOf = (period: string, whole: string): boolean => {
  if (period === whole) return false;
  if (isQuarter(whole)) return quarterOf(period) === whole;
  return whole.length === '2026'.length && isQuarter(period) && period.startsWith(whole);
};

/** Figures that no sum connects with others: those of one quarter and of the same people. */
export const apart = (figures: readonly Figure[]): readonly (readonly Figure[])[] =>
  grouped(figures, ({ period, people }) => `${quarterOf(period)} ${people}`);

const isQuarter = (period: string): boolean => period.includes('Q');

const quarterOf = (period: string): string => {
  const [year, part = ''] = period.split('-');
  return isQuarter(part) ? period : `${year}-Q${Math.ceil(Number(part) / 3)}`;
};
