import { IsIn } from 'class-validator';
import { Absent, IsId, IsText, PageQuery } from '#kernel/http';
import {
  CONCERN_CATEGORIES,
  CONCERN_CHANNELS,
  CONCERN_STATES,
  type ConcernCategory,
  type ConcernChannel,
  type ConcernState,
} from '../../concern/concern.codes.js';

/** Which concerns: those on which anything is owed, those that are over, or all. */
export const STANDINGS = ['open', 'ended', 'all'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What comes first: what is due next, or what was received last. */
export const ORDERS = ['due', 'newest'] as const;
export type Order = (typeof ORDERS)[number];

const YES_NO = ['true', 'false'] as const;
type YesNo = (typeof YES_NO)[number];

/** Narrows the inbox; every part that is given must hold. */
export class ConcernInboxQuery extends PageQuery {
  /** Left out: those that are open. */
  @Absent()
  @IsIn(STANDINGS)
  readonly standing?: Standing;

  /** Left out: due. */
  @Absent()
  @IsIn(ORDERS)
  readonly order?: Order;

  /** Only concerns in which something is late. */
  @Absent()
  @IsIn(['true'])
  readonly late?: 'true';

  @Absent()
  @IsIn(CONCERN_STATES)
  readonly status?: ConcernState;

  @Absent()
  @IsId()
  readonly facilityId?: string;

  /** Whose concerns, by the owner's id. */
  @Absent()
  @IsId()
  readonly owner?: string;

  /** Only one's own. */
  @Absent()
  @IsIn(['true'])
  readonly mine?: 'true';

  @Absent()
  @IsIn(YES_NO)
  readonly grievance?: YesNo;

  @Absent()
  @IsIn(CONCERN_CATEGORIES)
  readonly category?: ConcernCategory;

  @Absent()
  @IsIn(CONCERN_CHANNELS)
  readonly channel?: ConcernChannel;

  /** BCP 47, as it was submitted. */
  @Absent()
  @IsText(50)
  readonly language?: string;

  /** Only those in which somebody is at risk now, or only the others. */
  @Absent()
  @IsIn(YES_NO)
  readonly stillAtRisk?: YesNo;

  /** What came in a flood. Left out: not that, but for what tells of somebody at risk. */
  @Absent()
  @IsIn([...YES_NO, 'all'])
  readonly quarantined?: YesNo | 'all';

  /** The concern of one safety event. */
  @Absent()
  @IsId()
  readonly safetyEventId?: string;
}
