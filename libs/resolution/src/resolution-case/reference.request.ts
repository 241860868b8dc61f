import { Absent, IsText, LateEntry } from '#kernel/http';

/** Something that is on file elsewhere. */
export class ReferenceRequest extends LateEntry {
  /** What it is found by there. Sealed where it is stored. */
  @Absent()
  @IsText(200)
  readonly reference?: string;
}
