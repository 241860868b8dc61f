import { IsIn, Matches } from 'class-validator';
import { DEADLINE_STATES, type DeadlineState } from '#kernel/clocks';
import { Absent, IsId, IsInstantWithZone, PageQuery } from '#kernel/http';

/** Which deadlines: those about which somebody has something to do, those that are over, or all. */
export const STANDINGS = ['open', 'over', 'all'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Narrows the due list; every part that is given must hold. */
export class DueListQuery extends PageQuery {
  /** Left out: open, unless a state is asked for. */
  @Absent()
  @IsIn(STANDINGS)
  readonly standing?: Standing;

  @Absent()
  @IsIn(DEADLINE_STATES)
  readonly state?: DeadlineState;

  /** One's own. */
  @Absent()
  @IsIn(['true'])
  readonly mine?: 'true';

  /** Whose, by the owner's id. */
  @Absent()
  @IsId()
  readonly owner?: string;

  /** As in `DL-20`. */
  @Absent()
  @Matches(/^[A-Z]{2,4}-\d{2}$/, { message: 'must be the id of a clock, as DL-20' })
  readonly kind?: string;

  /** The kind of record that the clock runs on, as in `safety-event`. */
  @Absent()
  @Matches(/^[a-z][a-z-]{0,39}$/, { message: 'must be a kind of record, as safety-event' })
  readonly category?: string;

  @Absent()
  @IsId()
  readonly facilityId?: string;

  /** Only what is late. */
  @Absent()
  @IsIn(['true'])
  readonly late?: 'true';

  @Absent()
  @IsInstantWithZone()
  readonly dueBefore?: string;
}
