import { IsIn } from 'class-validator';
import { LateEntry } from '#kernel/http';
import { ENDINGS, type Ending } from '../../caregiver-support/caregiver-support.codes.js';

export class EndCaregiverSupportRequest extends LateEntry {
  /** Where it was never offered, only that it was entered in error. */
  @IsIn(ENDINGS)
  readonly reason: Ending;
}
