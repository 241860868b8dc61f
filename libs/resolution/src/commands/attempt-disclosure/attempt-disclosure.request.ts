import { IsIn } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';
import {
  ATTEMPT_OUTCOMES,
  type AttemptOutcome,
  MODES,
  type Mode,
} from '../../resolution-case/resolution-case.codes.js';

export class AttemptDisclosureRequest extends LateEntry {
  @IsIn(MODES)
  readonly mode: Mode;

  @IsIn(ATTEMPT_OUTCOMES)
  readonly outcome: AttemptOutcome;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
