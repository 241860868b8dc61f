import { IsArray, IsIn, IsInt, IsObject, IsString } from 'class-validator';
import { LABELS, type Label } from '#kernel/core';
import { Absent, IsId, IsInstantWithZone, IsListOf, IsNested, Means } from '#kernel/http';
import { CaseClockBody, NextCommandBody } from '../../case-record/case-clock.body.js';
import { CaseStepBody } from '../../case-record/case-step.body.js';
import type { Contacts } from '../../case-record/shown-talks.js';
import { PromiseBody, QuestionBody } from '../../case-record/talks.body.js';
import { CASE_STATES, type CaseState } from '../../resolution-case/resolution-case.codes.js';
import type { CaseBilling, ShownOffer } from './case.money.js';
import type { CasePeople } from './case.people.js';
import { STAGES, type Stage } from './case.stages.js';

/** A label that is in the record, and not shown. */
export class WithheldLabelBody {
  @IsIn(LABELS)
  label: Label;

  /** The same in words, as in "Counsel’s part is not shown to you." */
  @IsString()
  says: string;
}

/** What the reader sees of this case by labels, and what there is besides. */
export class PrivilegeBody {
  @IsIn(LABELS, { each: true })
  shown: readonly Label[];

  @IsListOf(() => WithheldLabelBody, 8)
  withheld: readonly WithheldLabelBody[];
}

/** A stage of the case, and since when it is behind us in this cycle. */
export class StageBody {
  @IsIn(STAGES)
  stage: Stage;

  @Absent()
  @IsInstantWithZone()
  doneAt?: string;
}

/** When the patient was last spoken with, and when they were told that they hear from us next. */
export class ContactsBody {
  @Absent()
  @IsInstantWithZone()
  lastAt?: Contacts['lastAt'];

  @Absent()
  @IsInstantWithZone()
  nextAt?: Contacts['nextAt'];
}

/** Where the case stands, and who is in it; each part as far as the reader may see it. */
export class CaseStandBody {
  @Absent()
  @IsId()
  safetyEventId?: string;

  @IsIn(CASE_STATES)
  status: CaseState;

  /** How often it was begun. */
  @Absent()
  @IsInt()
  cycle?: number;

  @Absent()
  @IsString()
  determination?: string;

  @Absent()
  @IsString()
  resolution?: string;

  /** In order; those without a time are still ahead. */
  @IsListOf(() => StageBody, 20)
  stages: readonly StageBody[];

  @Means('Every clock that ever ran on it, next due first; but for those that would tell what one may not see.')
  @IsListOf(() => CaseClockBody, 10_000)
  clocks: readonly CaseClockBody[];

  @Means('The patient, who stands for them, and who of us is there for them: liaison and cover, lead, owner, members.')
  @IsObject()
  people: CasePeople;

  @IsNested(() => ContactsBody)
  contacts: ContactsBody;

  /** Those that nobody answered first. */
  @IsListOf(() => QuestionBody, 10_000)
  questions: readonly QuestionBody[];

  /** Those that were not kept yet first. */
  @IsListOf(() => PromiseBody, 10_000)
  promises: readonly PromiseBody[];

  @Means('How the bill stands; bills that went out although they were held are always here.')
  @IsObject()
  billing: CaseBilling;

  @Means('Each offer with its terms as they are now and what became of it.')
  @IsArray()
  @IsObject({ each: true })
  offers: readonly ShownOffer[];

  @Means('What may happen next: commands that the reader may send and the rules would take now.')
  @IsListOf(() => NextCommandBody, 100)
  next: readonly NextCommandBody[];
}

/** A resolution case: where it stands, and all that was done, in order. */
export class CaseBody {
  @IsId()
  id: string;

  @IsInt()
  revision: number;

  @IsInt()
  position: number;

  @IsNested(() => PrivilegeBody)
  privilege: PrivilegeBody;

  @Means('Where the case stands. Absent for those who see only that it is there.')
  @Absent()
  @IsNested(() => CaseStandBody)
  stand?: CaseStandBody;

  @IsListOf(() => CaseStepBody, 10_000)
  timeline: readonly CaseStepBody[];

  @Means('Present where more was recorded of this case than is shown, since a step of it could not be read yet.')
  @Absent()
  @IsIn([true])
  withheld?: true;
}
