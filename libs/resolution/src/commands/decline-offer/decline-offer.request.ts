import { IsIn } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';
import { DECLINE_REASONS, type DeclineReason } from '../../resolution-case/offer.codes.js';

export class DeclineOfferRequest extends LateEntry {
  @IsIn(DECLINE_REASONS)
  readonly reason: DeclineReason;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
