import { IsIn, IsInt, IsObject, IsString } from 'class-validator';
import { ROLES } from '#kernel/core';
import { Absent, IsId, IsInstantWithZone, IsNested, Means } from '#kernel/http';
import type { TimelineStep } from './shown-case.js';

/** Who did a step. */
export class CaseStepActor {
  @IsIn(['staff', 'patient', 'representative', 'system', 'anonymous'])
  kind: TimelineStep['actor']['kind'];

  @Absent()
  @IsId()
  id?: string;

  @IsIn(ROLES)
  role: TimelineStep['actor']['role'];
}

/** A step of the case. */
export class CaseStepBody {
  @IsInt()
  revision: number;

  /** The event type, as in `InitialDisclosureHeld`. */
  @IsString()
  type: TimelineStep['type'];

  @IsInstantWithZone()
  occurredAt: string;

  @IsInstantWithZone()
  recordedAt: string;

  @IsNested(() => CaseStepActor)
  actor: CaseStepActor;

  /** Codes that came with the step. Empty for those who may see no field. */
  @IsObject()
  meta: TimelineStep['meta'];

  @Means(
    'What the step said, field by field as far as the reader may see. A field that was forgotten reads `{ "erased": true }`.',
  )
  @Absent()
  @IsObject()
  said?: object;
}
