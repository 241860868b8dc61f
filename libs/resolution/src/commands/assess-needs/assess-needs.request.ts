import { ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';
import { NEEDS, type Need } from '../../resolution-case/people.codes.js';

export class AssessNeedsRequest extends LateEntry {
  /** What they named; `none_named` alone where they were asked and named nothing. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(NEEDS, { each: true })
  readonly kinds: readonly Need[];

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
