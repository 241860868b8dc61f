import { Absent, IsId, LateEntry } from '#kernel/http';

export class DocumentDisclosureRequest extends LateEntry {
  /** Which one; left out: the first. */
  @Absent()
  @IsId()
  readonly conversation?: string;
}
