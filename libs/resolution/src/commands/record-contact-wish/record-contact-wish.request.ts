import { IsInt, Max, Min } from 'class-validator';
import { Absent, LateEntry } from '#kernel/http';

export class RecordContactWishRequest extends LateEntry {
  /** At most so many days apart. Left out: they come to us when they want to. */
  @Absent()
  @IsInt()
  @Min(1)
  @Max(365)
  readonly everyDays?: number;
}
