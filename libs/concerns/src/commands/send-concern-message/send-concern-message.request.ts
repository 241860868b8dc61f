import { IsIn } from 'class-validator';
import { IsText } from '#kernel/http';
import { CONTACT_CHANNELS, type ContactChannel } from '../../concern/concern.codes.js';

export class SendConcernMessageRequest {
  /** What was said. The submitter may see it. Sealed where it is stored. */
  @IsText(4000)
  readonly words: string;

  /** How it was said; `tracking_code`: where the submitter comes to look. */
  @IsIn(CONTACT_CHANNELS)
  readonly channel: ContactChannel;
}
