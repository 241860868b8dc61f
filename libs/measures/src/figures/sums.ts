import type { Figure } from './figure.js';

/** A figure that others add up to, so that one of them follows from the rest. */
export interface Sum {
  readonly whole: Figure;
  readonly parts: readonly Figure[];
}

/** The sums among figures of one quarter and of the same people: over facilities, over harm, over its months. */
export const sumsOf = (figures: readonly Figure[]): readonly Sum[] =>
  figures.flatMap((whole) => {
    const split = (['facility', 'harm'] as const).map((by) =>
      figures.filter((one) => whole.by === 'all' && one.by === by && one.period === whole.period),
    );
    const months = figures.filter(
      ({ period, by, of }) =>
        by === whole.by && of === whole.of && period !== whole.period && whole.period.includes('Q'),
    );
    return [...split, months].filter((parts) => parts.length > 0).map((parts) => ({ whole, parts }));
  });

/** Figures that no sum connects with others: those of one quarter and of the same people. */
export const apart = (figures: readonly Figure[]): readonly (readonly Figure[])[] => {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${quarterOf(figure.period)} ${figure.people}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()];
};

const quarterOf = (period: string): string => {
  const [year, part = ''] = period.split('-');
  return part.startsWith('Q') ? period : `${year}-Q${Math.ceil(Number(part) / 3)}`;
};
