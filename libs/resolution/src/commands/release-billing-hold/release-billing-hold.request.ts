import { Absent, IsText } from '#kernel/http';

export class ReleaseBillingHoldRequest {
  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
