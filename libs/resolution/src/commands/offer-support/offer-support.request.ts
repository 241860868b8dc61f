import { ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';
import { NEEDS, type Need } from '../../resolution-case/people.codes.js';

export class OfferSupportRequest extends LateEntry {
  /** What was offered. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(NEEDS, { each: true })
  readonly kinds: readonly Need[];

  /** What of that they accepted; empty where nothing. */
  @IsArray()
  @ArrayUnique()
  @IsIn(NEEDS, { each: true })
  readonly accepted: readonly Need[];

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
