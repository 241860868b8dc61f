import { IsInt, IsString, Matches, Min } from 'class-validator';
import { Absent, Means } from '#kernel/http';

/** Which quarter to tell of. */
export class UptakeQuery {
  /** As `2026-Q1`, in UTC; it must be over. */
  @Matches(/^(19|20|21)\d\d-Q[1-4]$/, { message: 'must be a quarter, as 2026-Q1' })
  readonly quarter: string;
}

/** How support was taken. A number that is absent is of fewer than 11 people, or would tell of such a number. */
export class UptakeBody {
  @IsString()
  quarter: string;

  @Means('To how many people a first offer was made in the quarter.')
  @Absent()
  @IsInt()
  @Min(11)
  offered?: number;

  @Means('Of those, how many took the last offer that they answered.')
  @Absent()
  @IsInt()
  @Min(11)
  accepted?: number;

  @Absent()
  @IsInt()
  @Min(11)
  declined?: number;

  @Absent()
  @IsInt()
  @Min(11)
  unanswered?: number;
}
