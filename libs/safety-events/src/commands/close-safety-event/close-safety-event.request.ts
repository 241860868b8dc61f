import { IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import { DISPOSITIONS, type Disposition } from '../../safety-event/safety-event.codes.js';

export class CloseSafetyEventRequest {
  @IsIn(DISPOSITIONS)
  readonly disposition: Disposition;

  /** How it ended. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly summary?: string;
}
