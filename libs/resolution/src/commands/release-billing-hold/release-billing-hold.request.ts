import { Absent, IsText, LateEntry } from '#kernel/http';

export class ReleaseBillingHoldRequest extends LateEntry {
  /** What was agreed with billing. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
