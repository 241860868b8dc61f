import { IsIn } from 'class-validator';
import { Absent, IsId, IsText } from '#kernel/http';
import { CONCERN_SEVERITIES, type ConcernSeverity } from '../../concern/concern.codes.js';

export class TriageConcernRequest {
  @IsIn(CONCERN_SEVERITIES)
  readonly severity: ConcernSeverity;

  /** Who takes care of it from here. */
  @IsId()
  readonly owner: string;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
