import { IsInstantWithZone, IsText, LateEntry } from '#kernel/http';

export class TransferCaseRequest extends LateEntry {
  /** Who accepted it there, by name or office. Sealed where it is stored. */
  @IsText(200)
  readonly acceptedBy: string;

  /** When the patient has spoken with the receiver's liaison. */
  @IsInstantWithZone()
  readonly patientToldAt: string;
}
