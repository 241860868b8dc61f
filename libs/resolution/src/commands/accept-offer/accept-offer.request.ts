import { Absent, IsId, IsText, LateEntry } from '#kernel/http';

/** What was signed; `occurredAt` says when. */
export class AcceptOfferRequest extends LateEntry {
  /** Who signed: one of the recorded people, who may settle. Left out: the patient. */
  @Absent()
  @IsId()
  readonly person?: string;

  /** Where the signed paper is kept. Sealed where it is stored. */
  @Absent()
  @IsText(500)
  readonly document?: string;
}
