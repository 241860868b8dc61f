import { IsIn } from 'class-validator';
import { Absent, IsId, LateEntry } from '#kernel/http';
import {
  DECLINED_FOR,
  DECLINED_SCOPES,
  type DeclinedFor,
  type DeclinedScope,
} from '../../resolution-case/people.codes.js';

export class DeclineProgramRequest extends LateEntry {
  @IsIn(DECLINED_SCOPES)
  readonly scope: DeclinedScope;

  /** For now, with one later offer; or for good. */
  @IsIn(DECLINED_FOR)
  readonly lasting: DeclinedFor;

  /** Who said so: one of the recorded people who decides. Left out: the patient themselves. */
  @Absent()
  @IsId()
  readonly person?: string;
}
