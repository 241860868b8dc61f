import { grouped } from '../figures/grouped.js';
import { hiddenOf, isSmall } from '../figures/small-counts.js';
import type { Cell } from '../figures/sums.js';
import type { CountLine } from './count-line.js';

/** A line, and what of it is not shown. */
export interface HiddenLine {
  readonly line: CountLine;
  readonly hidden: readonly ('number' | 'times')[];
}

interface LineCell extends Cell {
  readonly line: CountLine;
}

/**
 * The lines that somebody sees who may not see small counts: the wholes of each facility, and the parts of everywhere;
 * parts within a facility are small nearly always, and are left out. Hidden is every count of 1 to 10 and all from which
 * one would follow, over the parts, the facilities, the months, quarters and years. Give it all lines of a year at once.
 */
export const hiddenLines = (lines: readonly CountLine[]): readonly HiddenLine[] => {
  const cells = lines.filter(({ by, facilityId }) => by === 'all' || !facilityId).map(cellOf);
  const years = grouped(cells, ({ line, period }) => `${line.count} ${period.slice(0, 4)}`);
  const hidden = new Set(years.flatMap((those) => hiddenOf(those, ({ line }) => [line.number])));
  return cells.map((cell) => {
    const { line } = cell;
    const number = hidden.has(cell);
    const times = line.median !== undefined && (number || isSmall(line.timed));
    return { line, hidden: [...(number ? (['number'] as const) : []), ...(times ? (['times'] as const) : [])] };
  });
};

const cellOf = (line: CountLine): LineCell => ({
  period: line.period,
  by: line.facilityId ? 'facility' : line.by,
  of: line.facilityId ?? line.of,
  line,
});
