import { IsIn } from 'class-validator';
import { Absent, LateEntry } from '#kernel/http';
import { IsCoded } from '../../safety-event/coded.request.js';
import { PSO_KINDS, type PsoKind } from '../../safety-event/follow-up.codes.js';

export class RecordPsoSubmissionRequest extends LateEntry {
  /** The patient safety organization, by its number. */
  @IsCoded()
  readonly psoId: string;

  @IsIn(PSO_KINDS)
  readonly kind: PsoKind;

  /** The format that left, with its version. */
  @IsCoded()
  readonly format: string;

  /** The organization's own number of the submission. */
  @Absent()
  @IsCoded()
  readonly reference?: string;
}
