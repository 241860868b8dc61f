import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsId } from '#kernel/http';
import { MATCH_BASES, type MatchBasis } from '../../safety-event/follow-up.codes.js';

export class MergeSafetyEventsRequest {
  /** The earlier report, which remains. */
  @IsId()
  readonly intoEventId: string;

  /** By what both seem to tell of the same. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MATCH_BASES.length)
  @ArrayUnique()
  @IsIn(MATCH_BASES, { each: true })
  readonly matchBasis: readonly MatchBasis[];
}
