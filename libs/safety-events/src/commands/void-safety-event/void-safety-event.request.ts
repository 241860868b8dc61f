import { IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import { VOID_REASONS, type VoidReason } from '../../safety-event/safety-event.codes.js';

export class VoidSafetyEventRequest {
  @IsIn(VOID_REASONS)
  readonly reason: VoidReason;

  /** What else there is to say. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly explanation?: string;
}
