import { IsIn } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';
import { REOPEN_REASONS, type ReopenReason } from '../../resolution-case/ending.codes.js';

export class ReopenCaseRequest extends LateEntry {
  @IsIn(REOPEN_REASONS)
  readonly reason: ReopenReason;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
