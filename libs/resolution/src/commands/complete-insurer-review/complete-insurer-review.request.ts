import { IsIn } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';
import { INSURER_OUTCOMES, type InsurerOutcome } from '../../resolution-case/offer.codes.js';

export class CompleteInsurerReviewRequest extends LateEntry {
  @IsIn(INSURER_OUTCOMES)
  readonly outcome: InsurerOutcome;

  /** For counsel. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
