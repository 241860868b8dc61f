import { Absent, IsText, LateEntry } from '#kernel/http';

export class WaiveBillRequest extends LateEntry {
  /** What was waived. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
