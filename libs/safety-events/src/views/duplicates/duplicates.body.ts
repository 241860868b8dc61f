import { IsBoolean, IsIn, IsInt } from 'class-validator';
import { Absent, IsListOf, IsNested, Means } from '#kernel/http';
import { SafetyEventLine } from '../../lines/line.body.js';
import { MATCH_BASES, type MatchBasis } from '../../safety-event/follow-up.codes.js';

/** A safety event that may tell of the same. */
export class DuplicateBody {
  @IsNested(() => SafetyEventLine)
  safetyEvent: SafetyEventLine;

  @Means('How much speaks for it, of 100.')
  @IsInt()
  score: number;

  @IsIn(MATCH_BASES, { each: true })
  matchBasis: readonly MatchBasis[];

  @Means('Whether their record numbers are the same; absent where one of them has none.')
  @Absent()
  @IsBoolean()
  samePatient?: boolean;
}

/** What is proposed, most alike first. */
export class DuplicatesBody {
  @IsListOf(() => DuplicateBody, 20)
  items: readonly DuplicateBody[];
}
