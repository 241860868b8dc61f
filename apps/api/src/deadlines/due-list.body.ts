import { IsBoolean, IsIn, IsInt, IsString, Min } from 'class-validator';
import { DEADLINE_STATES, type DeadlineState } from '#kernel/clocks';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';

/** One deadline. */
export class DueListLine {
  @IsId()
  id: string;

  /** The record that the clock runs on, `<category>-<uuid>`. */
  @IsString()
  stream: string;

  @IsString()
  category: string;

  @IsString()
  kind: string;

  /** What its kind is called; absent where this version of the software knows no such kind. */
  @Absent()
  @IsString()
  title?: string;

  @Absent()
  @IsId()
  facilityId?: string;

  @Means('What was done too late stays `missed`, with the time at which it was done.')
  @IsIn(DEADLINE_STATES)
  state: DeadlineState;

  @IsBoolean()
  late: boolean;

  @Absent()
  @IsId()
  owner?: string;

  @IsBoolean()
  lifeAtRisk: boolean;

  /** Whether it was past already when what starts it was recorded. */
  @IsBoolean()
  bornOverdue: boolean;

  /** Whether the limit rests on somebody's memory and was never checked. */
  @IsBoolean()
  unverified: boolean;

  @IsInstantWithZone()
  startsAt: string;

  @IsInstantWithZone()
  dueAt: string;

  /** The same without extensions: what a measure goes by. */
  @IsInstantWithZone()
  limitAt: string;

  @Absent()
  @IsInstantWithZone()
  metAt?: string;

  @IsInt()
  revision: number;
}

/** A page of the due list. */
export class DueListPage {
  @IsListOf(() => DueListLine, 200)
  items: readonly DueListLine[];

  /** The cursor of the page that follows; absent on the last one. */
  @Absent()
  @IsString()
  next?: string;

  @Means(
    'How many records have deadlines that are missing here or older than recorded, since something could not be read.',
  )
  @Absent()
  @IsInt()
  @Min(1)
  withheld?: number;
}
