import { IsArray, IsIn, IsInt, IsNumber, IsString } from 'class-validator';
import { Absent, IsListOf, IsNested, Means } from '#kernel/http';
import { type Kind, MEASURES, type MeasureId, PERIOD_KINDS } from '../measure-snapshot/measure.codes.js';

class ReasonBody {
  @IsString()
  code: string;

  @IsString()
  says: string;
}

class LimitBody {
  @IsString()
  clock: string;

  @IsInt()
  amount: number;
}

class CalendarBody {
  @IsString()
  id: string;

  @IsString()
  version: string;
}

/** How a measure is counted. What an id and a version say never changes. */
export class DefinitionBody {
  @IsIn(MEASURES)
  id: MeasureId;

  @IsInt()
  version: number;

  @IsString()
  name: string;

  @IsString()
  numerator: string;

  @IsString()
  denominator: string;

  @Means('Out of numerator and denominator: the wrong population.')
  @IsListOf(() => ReasonBody, 20)
  exclusions: readonly ReasonBody[];

  @Means('Out of numerator and denominator where the reason was recorded before the limit.')
  @IsListOf(() => ReasonBody, 20)
  exceptions: readonly ReasonBody[];

  /** The event by which a case belongs to a period. */
  @IsString()
  anchor: string;

  @Absent()
  @IsNested(() => LimitBody)
  limit?: LimitBody;

  @Absent()
  @IsNested(() => CalendarBody)
  calendar?: CalendarBody;

  @IsArray()
  @IsIn(PERIOD_KINDS, { each: true })
  periods: readonly Kind[];

  @Means('What was done counts no sooner than what was not: both once the limit has passed.')
  @Absent()
  @IsIn([true])
  waits?: true;

  @Means(
    'Small counts are hidden from everybody, only periods that are over are shown, and no figure opens to its cases.',
  )
  @Absent()
  @IsIn([true])
  confidential?: true;

  @Means('The share that is aimed at is not to be passed.')
  @Absent()
  @IsIn([true])
  lowerIsBetter?: true;

  @Means('The share that is aimed at, from 0 to 1.')
  @Absent()
  @IsNumber()
  target?: number;

  @Means('The mean that is aimed at instead, in days.')
  @Absent()
  @IsNumber()
  targetMeanDays?: number;

  @IsString()
  basis: string;
}
