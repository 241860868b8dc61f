import { IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsString } from 'class-validator';
import { Absent, IsId, IsListOf, IsNested, Means } from '#kernel/http';
import { COUNTS, type CountId, SPLITS, type Split } from './count.codes.js';
import type { CountLine } from './count-line.js';
import type { HiddenLine } from './hidden-counts.js';

class SplitBody {
  @IsIn(SPLITS)
  by: Split;

  @IsString()
  says: string;
}

class TookBody {
  @IsString()
  says: string;

  @IsIn(['minutes', 'days', 'business-days'])
  unit: 'minutes' | 'days' | 'business-days';
}

/** How a count is made. What an id and a version say never changes. */
export class CountDefinitionBody {
  @IsIn(COUNTS)
  id: CountId;

  @IsInt()
  version: number;

  @IsString()
  name: string;

  /** What is counted, in words. */
  @IsString()
  counts: string;

  /** The time by which it belongs to a period. */
  @IsString()
  anchor: string;

  @Means('The parts of a split make up the whole: each counted one is in exactly one of them.')
  @IsListOf(() => SplitBody, 20)
  splits: readonly SplitBody[];

  @Absent()
  @IsNested(() => TookBody)
  took?: TookBody;

  @IsString()
  basis: string;
}

/** How many there are in one period: in all, or in one part; everywhere, or in one facility. */
export class CountBody {
  @IsIn(COUNTS)
  count: CountId;

  /** `2026-03`, `2026-Q1` or `2026`, by the date where the facility is. */
  @IsString()
  period: string;

  @Absent()
  @IsId()
  facilityId?: string;

  @Means('What it is split by; absent where it is the whole.')
  @Absent()
  @IsIn(SPLITS)
  by?: Split;

  /** The part, where it is split. */
  @Absent()
  @IsString()
  of?: string;

  @Absent()
  @IsInt()
  number?: number;

  @Means('Of the whole in the same place, from 0 to 1.')
  @Absent()
  @IsNumber()
  share?: number;

  @Means('How long it took, in the unit that the definition tells, of those that have a time.')
  @Absent()
  @IsNumber()
  median?: number;

  @Absent()
  @IsNumber()
  p90?: number;

  @Means('What is not shown to this reader, because it would tell of single people.')
  @Absent()
  @IsArray()
  @IsIn(['number', 'times'], { each: true })
  suppressed?: readonly ('number' | 'times')[];

  @Means('It goes on: what is entered later restates it.')
  @IsBoolean()
  provisional: boolean;
}

/** A line for a reader, beside the whole that it is a part of. `goesOn` tells which periods are not over. */
export const bodyOf = (
  { line, hidden }: HiddenLine,
  whole: HiddenLine | undefined,
  goesOn: (period: string) => boolean,
): CountBody => {
  const { count, period, facilityId, by, of, number, median, p90 } = line;
  const shown = !hidden.includes('number');
  const total = whole && !whole.hidden.includes('number') ? whole.line.number : 0;
  return {
    count,
    period,
    ...(facilityId && { facilityId }),
    ...(by !== 'all' && { by, of }),
    ...(shown && { number }),
    ...(shown && by !== 'all' && total > 0 && { share: Math.round((number / total) * 10_000) / 10_000 }),
    ...(!hidden.includes('times') && {
      ...(median !== undefined && { median }),
      ...(p90 !== undefined && { p90 }),
    }),
    ...(hidden.length > 0 && { suppressed: hidden }),
    provisional: goesOn(period),
  };
};

/** Where a line stands, apart from its part: lines of one place share a whole. */
export const placeOf = ({ count, period, facilityId = 'all' }: CountLine): string => `${count} ${period} ${facilityId}`;
