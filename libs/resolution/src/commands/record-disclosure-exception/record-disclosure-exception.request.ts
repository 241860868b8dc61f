import { IsIn } from 'class-validator';
import { Absent, IsId, IsText, LateEntry } from '#kernel/http';
import { EXCEPTION_KINDS, type ExceptionKind } from '../../resolution-case/resolution-case.codes.js';

export class RecordDisclosureExceptionRequest extends LateEntry {
  @IsIn(EXCEPTION_KINDS)
  readonly kind: ExceptionKind;

  /** Who declined to be told: one of the recorded people, who decides. Left out: the patient. */
  @Absent()
  @IsId()
  readonly person?: string;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly explanation?: string;
}
