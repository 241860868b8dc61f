import { IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import { CONCERN_ENDINGS, type ConcernEnding } from '../../concern/concern.codes.js';

export class CloseConcernRequest {
  @IsIn(CONCERN_ENDINGS)
  readonly ending: ConcernEnding;

  /** What was changed because of it. The submitter may see it. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly changeMade?: string;
}
