import type { Cell, Sum } from './sums.js';

const NOTHING = 1e-9;

/**
 * The hidden figures that follow from those that are shown: each sum is an equation, its hidden figures are the unknowns,
 * and what elimination leaves alone in a row is determined (the exact audit of reliability.md 3.9).
 */
export const determined = <C extends Cell>(sums: readonly Sum<C>[], hidden: ReadonlySet<C>): readonly C[] => {
  const unknowns = [...hidden];
  const equations = sums.map(({ whole, parts }) =>
    unknowns.map((one) => (one === whole ? -1 : parts.includes(one) ? 1 : 0)),
  );
  return reduced(equations, unknowns.length).flatMap((row) => {
    const [only, ...more] = unknowns.filter((_, at) => !isNothing(row[at]));
    return only && more.length === 0 ? [only] : [];
  });
};

const isNothing = (value = 0): boolean => Math.abs(value) < NOTHING;

/** Gauss-Jordan: each row led by an unknown that stands in no other. */
const reduced = (equations: readonly (readonly number[])[], unknowns: number): readonly (readonly number[])[] => {
  let rows = equations;
  let rank = 0;
  for (let column = 0; column < unknowns && rank < rows.length; column++) {
    const found = rows.findIndex((row, at) => at >= rank && !isNothing(row[column]));
    if (found < 0) continue;
    const lead = scaled(rows[found] as readonly number[], column);
    const others = rows.filter((_, at) => at !== found).map((row) => without(row, lead, column));
    rows = [...others.slice(0, rank), lead, ...others.slice(rank)];
    rank += 1;
  }
  return rows;
};

const scaled = (row: readonly number[], column: number): readonly number[] =>
  row.map((value) => value / (row[column] as number));

const without = (row: readonly number[], lead: readonly number[], column: number): readonly number[] => {
  const times = row[column] ?? 0;
  return isNothing(times) ? row : row.map((value, at) => value - times * (lead[at] as number));
};
