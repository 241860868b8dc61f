import { IsBoolean } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';

/** `occurredAt` is when it was received. */
export class ReceiveClaimRequest extends LateEntry {
  /** Whether the patient does not talk with us any more. */
  @IsBoolean()
  readonly endsTalks: boolean;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(200)
  readonly reference?: string;
}
