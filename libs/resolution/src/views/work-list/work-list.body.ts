import { IsArray, IsBoolean, IsIn, IsInt, IsString } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';
import { CaseClockBody, NextCommandBody } from '../../case-record/case-clock.body.js';
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
  RESOLUTION_KINDS,
  type ResolutionKind,
} from '../../resolution-case/resolution-case.codes.js';

const HOLDS = ['none', 'on', 'released', 'waived'] as const;
const OFFER_STATES = ['made', 'revised', 'accepted', 'declined', 'expired', 'withdrawn'] as const;

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

  /** Who can be reached for the liaison, from when until when. */
  @Absent()
  @IsId()
  cover?: string;

  @Absent()
  @IsInstantWithZone()
  coverFrom?: string;

  @Absent()
  @IsInstantWithZone()
  coverUntil?: string;

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
  @IsIn(HOLDS)
  hold?: (typeof HOLDS)[number];

  /** How many bills went out although they were held. */
  @Absent()
  @IsInt()
  billsDuringHold?: number;

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

  /** Where the offer stands that is on the table, or was last. */
  @Absent()
  @IsIn(OFFER_STATES)
  offer?: (typeof OFFER_STATES)[number];

  @Absent()
  @IsIn(RESOLUTION_KINDS)
  resolution?: ResolutionKind;

  /** Questions of the patient that nobody has answered. */
  @Absent()
  @IsInt()
  openQuestions?: number;

  /** Promises to the patient that were not kept yet. */
  @Absent()
  @IsInt()
  openPromises?: number;

  /** How often it was begun. */
  @Absent()
  @IsInt()
  cycle?: number;

  @Absent()
  @IsInstantWithZone()
  lastContactAt?: string;

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

  @Means('Its clocks that are not done, next due first; but for those that would tell what one may not see.')
  @Absent()
  @IsListOf(() => CaseClockBody, 1000)
  clocks?: readonly CaseClockBody[];

  /** Until when the most pressing of them runs. */
  @Absent()
  @IsInstantWithZone()
  dueAt?: string;

  @Means('What may happen next: commands that the reader may send and the rules would take now.')
  @Absent()
  @IsListOf(() => NextCommandBody, 100)
  next?: readonly NextCommandBody[];

  @IsInt()
  revision: number;
}
