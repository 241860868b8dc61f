import { Absent, IsId, LateEntry } from '#kernel/http';

export class DeclineFindingsRequest extends LateEntry {
  /** Who says so: one of the recorded people; left out for the patient. */
  @Absent()
  @IsId()
  readonly person?: string;
}
