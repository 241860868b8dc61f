import { IsBoolean, IsIn } from 'class-validator';
import { Absent, IsId, IsNested, IsText } from '#kernel/http';
import { OVERRIDE_REASONS, type OverrideReason } from '../../safety-event/safety-event.codes.js';

/** What a reviewer decides otherwise than the rule, and why. */
export class EligibilityOverrideRequest {
  @IsBoolean()
  readonly eligible: boolean;

  @IsIn(OVERRIDE_REASONS)
  readonly reason: OverrideReason;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly explanation?: string;
}

export class DetermineCrpEligibilityRequest {
  /** One of its patients, by the id that the link gave them: each has a case of their own. Left out: all of them. */
  @Absent()
  @IsId()
  readonly patient?: string;

  /** Left out, the rule decides: unexpected harm to a patient, moderate or worse. */
  @Absent()
  @IsNested(() => EligibilityOverrideRequest)
  readonly override?: EligibilityOverrideRequest;
}
