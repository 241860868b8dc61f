import { IsArray, IsBoolean, IsIn, IsInt, IsString, Min } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';
import {
  BILLABLE,
  type Billable,
  CASE_STATES,
  type CaseState,
  CRITERIA,
  type Criterion,
  DETERMINATIONS,
  type Determination,
  EXCEPTION_KINDS,
  type ExceptionKind,
} from '../../resolution-case/resolution-case.codes.js';
import { STEPS, type Step } from './next-steps.js';

/** A step that the case waits for. */
export class NextStepBody {
  @IsIn(STEPS)
  step: Step;

  /** Until when it is owed; absent where no time is set. */
  @Absent()
  @IsInstantWithZone()
  dueAt?: string;

  @IsBoolean()
  late: boolean;
}

/** One line of the work list. A reader who may see no field of a case gets its id, times and revision. */
export class WorkListLine {
  @IsId()
  id: string;

  @Absent()
  @IsId()
  safetyEventId?: string;

  @Absent()
  @IsIn(CASE_STATES)
  status?: CaseState;

  /** How often it was begun: 1 the first time through. */
  @Absent()
  @IsInt()
  cycle?: number;

  @Absent()
  @IsId()
  facilityId?: string;

  @Absent()
  @IsId()
  owner?: string;

  @Absent()
  @IsId()
  liaison?: string;

  /** Whether the patient has a way to reach the liaison. */
  @Absent()
  @IsBoolean()
  contactGiven?: boolean;

  @Absent()
  @IsId()
  communicationLead?: string;

  /** Whose case it is, by ids. */
  @Absent()
  @IsArray()
  @IsString({ each: true })
  team?: readonly string[];

  @Absent()
  @IsIn(BILLABLE)
  billable?: Billable;

  @Absent()
  @IsIn(['none', 'on', 'released', 'waived'])
  hold?: 'none' | 'on' | 'released' | 'waived';

  @IsInstantWithZone()
  identifiedAt: string;

  @IsInstantWithZone()
  requestedAt: string;

  @Absent()
  @IsInstantWithZone()
  activatedAt?: string;

  @Absent()
  @IsInstantWithZone()
  disclosedAt?: string;

  /** Why there was no first conversation. */
  @Absent()
  @IsIn(EXCEPTION_KINDS)
  exception?: ExceptionKind;

  @Absent()
  @IsInt()
  attempts?: number;

  /** Criteria that were assessed. */
  @Absent()
  @IsIn(CRITERIA, { each: true })
  criteria?: readonly Criterion[];

  @Absent()
  @IsIn(DETERMINATIONS)
  determination?: Determination;

  /** When we last spoke with the patient or who stands for them. */
  @Absent()
  @IsInstantWithZone()
  lastContactAt?: string;

  /** When the patient was told that they hear from us next. */
  @Absent()
  @IsInstantWithZone()
  nextContactAt?: string;

  @Absent()
  @IsInstantWithZone()
  resolvedAt?: string;

  @Absent()
  @IsInstantWithZone()
  closedAt?: string;

  @IsInstantWithZone()
  lastMovedAt: string;

  /** Until when the most pressing step is owed. */
  @Absent()
  @IsInstantWithZone()
  dueAt?: string;

  /** What the case waits for, most pressing first. */
  @Absent()
  @IsListOf(() => NextStepBody, 20)
  next?: readonly NextStepBody[];

  @IsInt()
  revision: number;
}

/** A page of the work list. */
export class WorkListPage {
  @IsListOf(() => WorkListLine, 200)
  items: readonly WorkListLine[];

  /** The cursor of the page that follows; absent on the last one. */
  @Absent()
  @IsString()
  next?: string;

  @Means(
    'How many cases of the organization, filtered out or not, are missing here or older than what was recorded of them, since something in them could not be read yet. Absent where there are none, and for those who may see their own cases only.',
  )
  @Absent()
  @IsInt()
  @Min(1)
  withheld?: number;
}
