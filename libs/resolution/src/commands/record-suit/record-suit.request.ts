import { Absent, IsText, LateEntry } from '#kernel/http';

/** `occurredAt` is when it was filed. */
export class RecordSuitRequest extends LateEntry {
  /** Sealed where it is stored. */
  @Absent()
  @IsText(200)
  readonly court?: string;

  /** Its number there. Sealed where it is stored. */
  @Absent()
  @IsText(200)
  readonly reference?: string;
}
