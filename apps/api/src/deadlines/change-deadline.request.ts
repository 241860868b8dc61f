import { IsIn, IsInt, Max, Min } from 'class-validator';
import {
  EXTENSION_REASONS,
  type ExtensionReason,
  PAUSE_REASONS,
  type PauseReason,
  WAIVER_REASONS,
  type WaiverReason,
} from '#kernel/clocks';
import { Absent, IsId, IsText } from '#kernel/http';

class Explained {
  /** Why, in words. Sealed where it is stored. */
  @Absent()
  @IsText(2000)
  readonly explanation?: string;
}

export class AssignmentRequest {
  /** Who answers for it from now on. */
  @IsId()
  readonly owner: string;
}

export class ExtensionRequest extends Explained {
  /** How many units of its clock more: hours for a clock of hours, business days for one of business days. */
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly units: number;

  @IsIn(EXTENSION_REASONS)
  readonly reason: ExtensionReason;
}

export class WaiverRequest extends Explained {
  @IsIn(WAIVER_REASONS)
  readonly reason: WaiverReason;
}

export class PauseRequest extends Explained {
  @IsIn(PAUSE_REASONS)
  readonly reason: PauseReason;
}
