import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../safety-event/patient.codes.js';

export class SequesterEvidenceRequest extends LateEntry {
  /** What was put in a secure place. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(EVIDENCE_KINDS.length)
  @ArrayUnique()
  @IsIn(EVIDENCE_KINDS, { each: true })
  readonly items: readonly EvidenceKind[];

  /** What exactly, where it is kept, and with which settings untouched. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly description?: string;
}
