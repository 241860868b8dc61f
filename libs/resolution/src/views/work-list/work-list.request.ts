import { IsIn } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, Means, PageQuery } from '#kernel/http';
import { CASE_STATES, type CaseState } from '../../resolution-case/resolution-case.codes.js';

/** Which cases: those that are open, those that are over, or all. */
export const STANDINGS = ['open', 'ended', 'all'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What comes first: what was identified last, or what is due next. */
export const ORDERS = ['newest', 'due'] as const;
export type Order = (typeof ORDERS)[number];

/**
 * What the most pressing clock of a case says: late, due by the end of the facility's day, due later; else all of them
 * stand still, or there is none. A case is in one of these and no other.
 */
export const CLOCK_STANDS = ['late', 'due_today', 'later', 'paused', 'none'] as const;
export type ClockStand = (typeof CLOCK_STANDS)[number];

/** Narrows the work list; every part that is given must hold. */
export class WorkListQuery extends PageQuery {
  @Means('Left out: those that are open, unless a status is asked for.')
  @Absent()
  @IsIn(STANDINGS)
  readonly standing?: Standing;

  /** Left out: newest. */
  @Absent()
  @IsIn(ORDERS)
  readonly order?: Order;

  @Means('Only cases that came to the list lately: asked for, or reopened, since `newSince`.')
  @Absent()
  @IsIn(['true'])
  readonly new?: 'true';

  @Means('Since when a case is new, here and in the counts. Left out: the last seven days.')
  @Absent()
  @IsInstantWithZone()
  readonly newSince?: string;

  @Means('Only cases in which something is late: the same as `clock=late`.')
  @Absent()
  @IsIn(['true'])
  readonly late?: 'true';

  @Means('By the most pressing clock of a case; `due_today` is by the end of the day at its facility.')
  @Absent()
  @IsIn(CLOCK_STANDS)
  readonly clock?: ClockStand;

  @Means('Only cases that one answers for, is on the team of, or covers now.')
  @Absent()
  @IsIn(['true'])
  readonly mine?: 'true';

  @Absent()
  @IsIn(CASE_STATES)
  readonly status?: CaseState;

  @Absent()
  @IsId()
  readonly facilityId?: string;

  /** Whose cases, by the owner's id. */
  @Absent()
  @IsId()
  readonly owner?: string;

  /** The case or cases of one safety event. */
  @Absent()
  @IsId()
  readonly safetyEventId?: string;
}
