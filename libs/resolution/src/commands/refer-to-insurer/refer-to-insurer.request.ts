import { IsIn } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';
import { REFERRAL_REASONS, type ReferralReason } from '../../resolution-case/offer.codes.js';

export class ReferToInsurerRequest extends LateEntry {
  @IsIn(REFERRAL_REASONS)
  readonly reason: ReferralReason;

  /** Who insures. Sealed where it is stored, and counsel's. */
  @IsText(200)
  readonly insurer: string;

  /** Their number for it. Sealed where it is stored. */
  @Absent()
  @IsText(200)
  readonly reference?: string;
}
