import { IsArray, IsIn, IsInt, IsObject, IsString } from 'class-validator';
import { LABELS, type Label, ROLES } from '#kernel/core';
import { Absent, IsId, IsInstantWithZone, IsListOf, IsNested, Means } from '#kernel/http';
import { CASE_STATES, type CaseState } from '../../resolution-case/resolution-case.codes.js';
import type { OfferShown } from './case.offers.js';
import type { RepresentativeShown } from './case.page.js';
import type { TimelineStep } from './case.query.js';
import type { PromiseShown, QuestionShown } from './case.talks.js';

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

/** Where a case stands. */
export class CaseStageBody {
  @IsIn(CASE_STATES)
  status: CaseState;

  @Means('How often it was begun: 1 the first time through.')
  @IsInt()
  cycle: number;
}

/** All of one kind that a case has, each with what its reader may see of it. */
const Many =
  (means: string): PropertyDecorator =>
  (target, name) => {
    Means(means)(target, name);
    Absent()(target, name);
    IsArray()(target, name as string);
    IsObject({ each: true })(target, name as string);
  };

/**
 * A resolution case: where it stands, who and what belongs to it, then all that was done, in order. What it waits for is on
 * the work list. A field that was forgotten reads `{ "erased": true }`.
 */
export class CaseBody {
  @IsId()
  id: string;

  @IsInt()
  revision: number;

  @IsInt()
  position: number;

  @Absent()
  @IsNested(() => CaseStageBody)
  stage?: CaseStageBody;

  @Absent()
  @IsId()
  owner?: string;

  @Absent()
  @IsId()
  liaison?: string;

  @Means('Whose case it is now, by ids: members, owner, liaison.')
  @Absent()
  @IsArray()
  @IsString({ each: true })
  team?: readonly string[];

  @Many('Who stands for the patient now, or is involved in their care: `person`, `authority`, `relation`, `name`.')
  representatives?: readonly RepresentativeShown[];

  @Many('What was asked: `question`, `text`, `askedAt`, `answered`, `answer`.')
  questions?: readonly QuestionShown[];

  @Many('What was promised: `promise`, `text`, `owner`, `dueAt`, `kept`.')
  promises?: readonly PromiseShown[];

  @Many(
    'What was offered: `offer`, `state` (made, revised, accepted, declined, expired, withdrawn), `components`, `terms`, `releaseRequired`, `validUntil`; `amount` for those who read what is counsel’s.',
  )
  offers?: readonly OfferShown[];

  @Means('Bills that went out although they were held.')
  @Absent()
  @IsInt()
  billsSentDuringHold?: number;

  @IsListOf(() => CaseStepBody, 10_000)
  timeline: readonly CaseStepBody[];

  @Means('Labels that fields of this case have, and that the reader does not see.')
  @IsIn(LABELS, { each: true })
  withheldLabels: readonly Label[];

  @Means('Present where more was recorded of this case than is shown, since a step of it could not be read yet.')
  @Absent()
  @IsIn([true])
  withheld?: true;
}
