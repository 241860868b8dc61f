import { IsArray, IsIn, IsInt, IsObject, IsString } from 'class-validator';
import { ROLES } from '#kernel/core';
import { Absent, IsId, IsInstantWithZone, IsListOf, IsNested, Means } from '#kernel/http';
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

/**
 * A safety event: what each step said, field by field as far as the reader may see, then the steps in order. A field that
 * was forgotten reads `{ "erased": true }`.
 */
export class SafetyEventRecordBody {
  @IsId()
  id: string;

  @IsInt()
  revision: number;

  @IsInt()
  position: number;

  @Absent()
  @IsString()
  status?: string;

  @Absent()
  @IsObject()
  report?: object;

  @Absent()
  @IsObject()
  triage?: object;

  @Absent()
  @IsObject()
  confirmation?: object;

  @Absent()
  @IsObject()
  closure?: object;

  @Absent()
  @IsObject()
  voiding?: object;

  @Absent()
  @IsObject()
  identification?: object;

  /** The last determination of eligibility for communication and resolution; earlier ones are in the history. */
  @Absent()
  @IsObject()
  eligibility?: object;

  @Absent()
  @IsArray()
  @IsObject({ each: true })
  leadershipNotices?: readonly object[];

  /** What is known here of its resolution cases. */
  @Absent()
  @IsArray()
  @IsObject({ each: true })
  cases?: readonly object[];

  @Means(
    'Present where more was recorded of this safety event than is shown, since a step of it could not be read yet: what is here is right, and not the last word. Nothing is lost; health tells the operators.',
  )
  @Absent()
  @IsIn([true])
  withheld?: true;

  @IsListOf(() => StepBody, 10_000)
  history: readonly StepBody[];
}
