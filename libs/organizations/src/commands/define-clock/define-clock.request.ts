import { ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import {
  CLOCK_KINDS,
  CLOCK_STATUSES,
  type ClockKind,
  type ClockStatus,
  PAUSE_REASONS,
  type PauseReason,
  TOLD_ROLES,
  type ToldRole,
} from '#kernel/clocks';

/** A whole definition: what an organization does not want changed it says as it was. */
export class DefineClockRequest {
  /** As in `DL-20`. */
  @Matches(/^[A-Z]{2,4}-\d{2}$/, { message: 'must be the id of a clock, as DL-20' })
  readonly kind: string;

  /** Whether such clocks run here. */
  @IsBoolean()
  readonly runs: boolean;

  @IsIn(CLOCK_KINDS)
  readonly clock: ClockKind;

  /** How many units of its clock. */
  @IsInt()
  @Min(0)
  @Max(1000)
  readonly amount: number;

  /** For which reasons it may stand still; none: never. */
  @IsArray()
  @ArrayUnique()
  @IsIn(PAUSE_REASONS, { each: true })
  readonly pausableFor: readonly PauseReason[];

  /** How often it may be extended. */
  @IsInt()
  @Min(0)
  @Max(1000)
  readonly extensions: number;

  /** Who is told where nobody owns a deadline. */
  @IsIn(TOLD_ROLES)
  readonly tells: ToldRole;

  /** What the limit rests on: a short citation. */
  @Matches(/^[A-Za-z0-9][A-Za-z0-9 ._:/+-]{0,79}$/, {
    message: 'must be 1 to 80 letters, digits, spaces and . _ : / + -, a letter or digit first',
  })
  readonly basis: string;

  @IsIn(CLOCK_STATUSES)
  readonly status: ClockStatus;
}
