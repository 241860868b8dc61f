import { IsIn } from 'class-validator';
import { Absent, IsId, PageQuery } from '#kernel/http';
import { CASE_STATES, type CaseState } from '../../resolution-case/resolution-case.codes.js';

/** Which cases: those that are open, those that are over, or all. */
export const STANDINGS = ['open', 'ended', 'all'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What comes first: what was identified last, or what is due next. */
export const ORDERS = ['newest', 'due'] as const;
export type Order = (typeof ORDERS)[number];

/** Narrows the work list; every part that is given must hold. */
export class WorkListQuery extends PageQuery {
  /** Left out: those that are open. */
  @Absent()
  @IsIn(STANDINGS)
  readonly standing?: Standing;

  /** Left out: newest. */
  @Absent()
  @IsIn(ORDERS)
  readonly order?: Order;

  /** Only cases in which something is late. */
  @Absent()
  @IsIn(['true'])
  readonly late?: 'true';

  /** Only cases in which something is due before today ends where the case is, or is late. */
  @Absent()
  @IsIn(['true'])
  readonly dueToday?: 'true';

  /** Only cases that are one's own: as owner, liaison or member of the team. */
  @Absent()
  @IsIn(['true'])
  readonly mine?: 'true';

  /** Only cases in which nobody has tried to speak with the patient yet. */
  @Absent()
  @IsIn(['true'])
  readonly new?: 'true';

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
