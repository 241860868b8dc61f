import { IsIn } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';
import { EXCEPTION_KINDS, type ExceptionKind } from '../../resolution-case/resolution-case.codes.js';

export class RecordDisclosureExceptionRequest extends LateEntry {
  @IsIn(EXCEPTION_KINDS)
  readonly kind: ExceptionKind;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly explanation?: string;
}
