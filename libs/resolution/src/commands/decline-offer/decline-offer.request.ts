import { IsIn } from 'class-validator';
import { Absent, IsId, IsText, LateEntry } from '#kernel/http';
import { DECLINE_REASONS, type DeclineReason } from '../../resolution-case/offer.codes.js';

export class DeclineOfferRequest extends LateEntry {
  @IsIn(DECLINE_REASONS)
  readonly reason: DeclineReason;

  /** Who turned it down: one of the recorded people, who decides. Left out: the patient. */
  @Absent()
  @IsId()
  readonly person?: string;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
