import { IsIn } from 'class-validator';
import { Absent, IsId, IsText } from '#kernel/http';
import { IsCoded } from '../../safety-event/coded.request.js';
import { DISPOSITIONS, type Disposition } from '../../safety-event/safety-event.codes.js';

export class CloseSafetyEventRequest {
  @IsIn(DISPOSITIONS)
  readonly disposition: Disposition;

  /** How it ended. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly summary?: string;

  /** The review that ended it. Where a review is required, this or its reference. */
  @Absent()
  @IsId()
  readonly reviewId?: string;

  /** Where a review was held outside of here: its number there. */
  @Absent()
  @IsCoded()
  readonly reviewReference?: string;
}
