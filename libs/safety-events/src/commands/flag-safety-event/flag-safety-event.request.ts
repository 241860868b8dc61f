import { IsBoolean, IsIn } from 'class-validator';
import { FLAGS, type Flag } from '../../safety-event/safety-event.codes.js';

export class FlagSafetyEventRequest {
  @IsIn(FLAGS)
  readonly flag: Flag;

  /** Raised, or lowered. */
  @IsBoolean()
  readonly raised: boolean;
}
