import { IsIn } from 'class-validator';
import { IsId, LateEntry } from '#kernel/http';
import { INVOLVEMENTS, type Involvement } from '../../safety-event/patient.codes.js';

export class IdentifyInvolvedStaffRequest extends LateEntry {
  /** Somebody who works here, by id. */
  @IsId()
  readonly staff: string;

  /** How they were involved. */
  @IsIn(INVOLVEMENTS)
  readonly involvement: Involvement;
}
