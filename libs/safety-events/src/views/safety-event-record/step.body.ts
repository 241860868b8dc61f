import { IsIn, IsInt, IsObject, IsString } from 'class-validator';
import { ROLES } from '#kernel/core';
import { Absent, IsId, IsInstantWithZone, IsNested } from '#kernel/http';
import type { HistoryStep } from './safety-event-record.query.js';

/** Who did a step. The id of a reporter is shown to those who may know it. */
export class StepActor {
  @IsIn(['staff', 'patient', 'representative', 'system', 'anonymous'])
  kind: HistoryStep['actor']['kind'];

  @Absent()
  @IsId()
  id?: string;

  @IsIn(ROLES)
  role: HistoryStep['actor']['role'];
}

/** A step in the history. */
export class StepBody {
  @IsInt()
  revision: number;

  /** The event type, as in `SafetyEventTriaged`. */
  @IsString()
  type: HistoryStep['type'];

  @IsInstantWithZone()
  occurredAt: string;

  @IsInstantWithZone()
  recordedAt: string;

  @IsNested(() => StepActor)
  actor: StepActor;

  /** Codes that came with the step: facility, zone, precision, reason, approver. Empty for those who may see no field. */
  @IsObject()
  meta: HistoryStep['meta'];
}
