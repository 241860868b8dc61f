import { IsIn } from 'class-validator';
import { Absent, IsId, IsText } from '#kernel/http';
import { REDIRECTIONS, type Redirection } from '../../safety-event/follow-up.codes.js';

export class RedirectSafetyEventRequest {
  /** The office whose matter it is. */
  @IsIn(REDIRECTIONS)
  readonly to: Redirection;

  /** Who takes it there: somebody who works here, by id. */
  @IsId()
  readonly owner: string;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly reason?: string;
}
