import { IsIn } from 'class-validator';
import { Absent, IsId, IsText } from '#kernel/http';
import { CONCERN_REDIRECTIONS, type ConcernRedirection } from '../../concern/concern.codes.js';

export class RedirectConcernRequest {
  @IsIn(CONCERN_REDIRECTIONS)
  readonly to: ConcernRedirection;

  /** Who has it there. */
  @IsId()
  readonly owner: string;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly reason?: string;
}
