import { IsIn } from 'class-validator';
import { Absent, IsId, LateEntry } from '#kernel/http';
import {
  INVOLVEMENTS,
  type Involvement,
  STAFF_RELATIONS,
  type StaffRelation,
} from '../../safety-event/patient.codes.js';

export class IdentifyInvolvedStaffRequest extends LateEntry {
  /** Somebody who works here, by id. */
  @IsId()
  readonly staff: string;

  /** How they were involved. */
  @IsIn(INVOLVEMENTS)
  readonly involvement: Involvement;

  /** How they belonged to the facility when it happened; left out: employed. */
  @Absent()
  @IsIn(STAFF_RELATIONS)
  readonly relation?: StaffRelation;
}
