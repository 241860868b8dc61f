import { IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import { REVISION_REASONS, type RevisionReason } from '../../resolution-case/resolution-case.codes.js';

export class ReviseDeterminationRequest {
  @IsIn(REVISION_REASONS)
  readonly reason: RevisionReason;

  /** For counsel. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
