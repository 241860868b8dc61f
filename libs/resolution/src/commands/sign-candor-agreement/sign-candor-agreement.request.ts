import { Absent, IsId, LateEntry } from '#kernel/http';

export class SignCandorAgreementRequest extends LateEntry {
  /** Who signed: one of the recorded people; left out for the patient. */
  @Absent()
  @IsId()
  readonly person?: string;
}
