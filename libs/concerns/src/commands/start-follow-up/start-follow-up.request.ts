import { Absent, IsText } from '#kernel/http';

export class StartFollowUpRequest {
  /** What will be done. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly plan?: string;
}
