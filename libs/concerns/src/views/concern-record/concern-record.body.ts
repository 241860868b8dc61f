import { IsArray, IsIn, IsInt, IsObject, IsString } from 'class-validator';
import { ROLES } from '#kernel/core';
import { Absent, IsId, IsInstantWithZone, IsListOf, IsNested, Means } from '#kernel/http';
import type { ConcernHistoryStep } from './concern-record.query.js';

/** Who did a step. A submitter has no id here. */
export class ConcernStepActor {
  @IsIn(['staff', 'patient', 'representative', 'system', 'anonymous'])
  kind: ConcernHistoryStep['actor']['kind'];

  @Absent()
  @IsId()
  id?: string;

  @IsIn(ROLES)
  role: ConcernHistoryStep['actor']['role'];
}

/** A step in the history. */
export class ConcernStepBody {
  @IsInt()
  revision: number;

  /** The event type, as in `ConcernTriaged`. */
  @IsString()
  type: ConcernHistoryStep['type'];

  @IsInstantWithZone()
  occurredAt: string;

  @IsInstantWithZone()
  recordedAt: string;

  @IsNested(() => ConcernStepActor)
  actor: ConcernStepActor;

  /** Codes that came with the step. Empty for those who may see no field. */
  @IsObject()
  meta: ConcernHistoryStep['meta'];
}

/** What steps of one kind said, all of them. */
const Many = (): PropertyDecorator => (target, name) => {
  Absent()(target, name);
  IsArray()(target, name as string);
  IsObject({ each: true })(target, name as string);
};

/** What the last step of a kind said. */
const Last = (): PropertyDecorator => (target, name) => {
  Absent()(target, name);
  IsObject()(target, name as string);
};

/**
 * A concern: what each step said, field by field as far as the reader may see, then the steps in order. A field that was
 * forgotten reads `{ "erased": true }`.
 */
export class ConcernRecordBody {
  @IsId()
  id: string;

  @IsInt()
  revision: number;

  @IsInt()
  position: number;

  @Absent()
  @IsId()
  owner?: string;

  @Last() submission?: object;
  @Many() receipts?: readonly object[];
  @Last() identification?: object;
  @Many() identityDisclosures?: readonly object[];
  @Many() urgentActions?: readonly object[];
  @Last() acknowledgement?: object;
  @Last() classification?: object;
  @Last() triage?: object;
  @Last() assignment?: object;
  @Last() followUp?: object;
  @Many() supplements?: readonly object[];
  @Many() messages?: readonly object[];
  @Many() delayNotices?: readonly object[];
  @Many() answers?: readonly object[];
  @Last() closing?: object;
  @Last() redirection?: object;
  @Last() withdrawal?: object;
  @Last() reopening?: object;
  @Last() merge?: object;
  @Many() mergedHere?: readonly object[];
  @Last() spamProposal?: object;
  @Last() spam?: object;
  @Last() clearance?: object;
  @Last() conversion?: object;
  @Many() outcomes?: readonly object[];

  @Means('Present where more was recorded of this concern than is shown, since a step of it could not be read yet.')
  @Absent()
  @IsIn([true])
  withheld?: true;

  @IsListOf(() => ConcernStepBody, 10_000)
  history: readonly ConcernStepBody[];
}
