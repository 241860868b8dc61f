import { IsIn } from 'class-validator';
import { IsId } from '#kernel/http';
import { LINK_KINDS, type LinkKind } from '../../safety-event/follow-up.codes.js';

export class LinkSafetyEventsRequest {
  @IsId()
  readonly otherId: string;

  /** How this one belongs together with the other one. */
  @IsIn(LINK_KINDS)
  readonly kind: LinkKind;
}
