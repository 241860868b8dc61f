import { IsIn } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';
import { CONTACT_CHANNELS, type ContactChannel } from '../../concern/concern.codes.js';

export class AcknowledgeConcernRequest extends LateEntry {
  /** How it was said; `tracking_code`: where the submitter comes to look. */
  @IsIn(CONTACT_CHANNELS)
  readonly channel: ContactChannel;

  /** What was said. The submitter may see it. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly message?: string;
}
