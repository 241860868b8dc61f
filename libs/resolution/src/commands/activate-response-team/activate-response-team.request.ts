import { IsIn } from 'class-validator';
import { Absent, IsId, IsIds, IsText, LateEntry } from '#kernel/http';
import { BILLABLE, type Billable } from '../../resolution-case/resolution-case.codes.js';

export class ActivateResponseTeamRequest extends LateEntry {
  /** The people of the response team. */
  @IsIds(30)
  readonly members: readonly string[];

  /** Who keeps all messages consistent: one of the members. */
  @IsId()
  readonly communicationLead: string;

  /** Who answers for the case; whoever activates, where nobody is named. */
  @Absent()
  @IsId()
  readonly owner?: string;

  /** Whether the care had a charge that can be held. */
  @IsIn(BILLABLE)
  readonly billable: Billable;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(200)
  readonly patientName?: string;

  /** The patient’s record number. Sealed where it is stored. */
  @Absent()
  @IsText(100)
  readonly patientRef?: string;
}
