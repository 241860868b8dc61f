import { IsIn } from 'class-validator';
import { IsInstantWithZone, IsText, LateEntry, toInstant } from '#kernel/http';
import { CONTACT_CHANNELS, type ContactChannel } from '../../concern/concern.codes.js';
import type { SendDelayNotice } from './send-delay-notice.command.js';

export class SendDelayNoticeRequest extends LateEntry {
  /** Until when the answer is promised now. */
  @IsInstantWithZone()
  readonly newDate: string;

  /** Why. The submitter may see it. Sealed where it is stored. */
  @IsText(4000)
  readonly reason: string;

  /** In writing: by letter, mail, or under the code. */
  @IsIn(CONTACT_CHANNELS)
  readonly channel: ContactChannel;
}

/** A validated request as the command's data. */
export const toNotice = ({
  newDate,
  ...told
}: Omit<SendDelayNoticeRequest, keyof LateEntry>): SendDelayNotice['data'] => ({
  ...told,
  newDate: toInstant(newDate),
});
