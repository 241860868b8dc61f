import { Absent, IsText } from '#kernel/http';

export class ReturnSafetyEventRequest {
  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly reason?: string;
}
