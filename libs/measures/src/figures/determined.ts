import type { Cell, Sum } from './sums.js';

const NOTHING = 1e-9;

/** An equation: what stands before each of its unknowns, zeros left out. */
type Row<C> = ReadonlyMap<C, number>;

/**
 * The hidden cells that follow from those that are shown: each sum is an equation, its hidden cells are the unknowns, and
 * what elimination leaves alone in a row is determined (the exact audit of reliability.md 3.9).
 */
export const determined = <C extends Cell>(sums: readonly Sum<C>[], hidden: ReadonlySet<C>): readonly C[] => {
  const equations = sums.map(({ whole, parts }): Row<C> => {
    const unknown = parts.filter((part) => hidden.has(part)).map((part) => [part, 1] as const);
    return new Map(hidden.has(whole) ? [[whole, -1], ...unknown] : unknown);
  });
  return [...reduced(equations)].flatMap(([lead, row]) => (row.size === 1 ? [lead] : []));
};

/** Gauss-Jordan: each row by the unknown that leads it and stands in no other. Few unknowns stand in any row. */
const reduced = <C>(equations: readonly Row<C>[]): ReadonlyMap<C, Row<C>> => {
  const rows = new Map<C, Row<C>>();
  for (const equation of equations) {
    const left = [...equation.keys()].reduce((row, unknown) => without(row, unknown, rows.get(unknown)), equation);
    const [lead] = left.keys();
    if (lead === undefined) continue;
    const next = scaled(left, lead);
    for (const [other, row] of rows) if (row.has(lead)) rows.set(other, without(row, lead, next));
    rows.set(lead, next);
  }
  return rows;
};

const scaled = <C>(row: Row<C>, lead: C): Row<C> => {
  const by = row.get(lead) as number;
  return new Map([...row].map(([unknown, value]) => [unknown, value / by]));
};

/** A row without an unknown: less as many times the row that it leads. */
const without = <C>(row: Row<C>, unknown: C, lead: Row<C> | undefined): Row<C> => {
  const times = row.get(unknown);
  if (lead === undefined || times === undefined) return row;
  const left = new Map(row);
  for (const [one, value] of lead) {
    const rest = (left.get(one) ?? 0) - times * value;
    if (Math.abs(rest) < NOTHING) left.delete(one);
    else left.set(one, rest);
  }
  return left;
};
