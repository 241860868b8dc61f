import { Absent, IsText } from '#kernel/http';

export class UnmergeSafetyEventRequest {
  /** Why they are not the same after all. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly reason?: string;
}
