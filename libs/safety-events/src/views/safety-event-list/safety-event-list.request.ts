import { IsIn } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, Means, PageQuery } from '#kernel/http';
import { STATUSES, type Status } from '../../lines/safety-event-list.row.js';
import {
  CONFIDENTIALITIES,
  type Confidentiality,
  WORKFORCE_KINDS,
  type WorkforceKind,
} from '../../safety-event/follow-up.codes.js';
import {
  CATEGORIES,
  type Category,
  EVENT_CLASSES,
  type EventClass,
  FLAGS,
  type Flag,
  HARM_SEVERITIES,
  HARMED,
  type Harmed,
  type HarmSeverity,
  SOURCES,
  type Source,
} from '../../safety-event/safety-event.codes.js';

/** Which safety events: those that somebody here still has to do with, those that are over, or all. */
export const STANDINGS = ['open', 'ended', 'all'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What comes first: the newest report, what happened longest ago, or the most severe harm. */
export const ORDERS = ['newest', 'oldest-event', 'severest'] as const;
export type Order = (typeof ORDERS)[number];

const YES_OR_NO = ['true', 'false'] as const;
type YesOrNo = (typeof YES_OR_NO)[number];

/** Narrows the list; every part that is given must hold. */
export class SafetyEventListQuery extends PageQuery {
  @Means('Left out: all. Open is what is reported, triaged or confirmed.')
  @Absent()
  @IsIn(STANDINGS)
  readonly standing?: Standing;

  @Means('Left out: newest report first.')
  @Absent()
  @IsIn(ORDERS)
  readonly order?: Order;

  @Absent()
  @IsIn(STATUSES)
  readonly status?: Status;

  @Means('Lists those too that were merged into another one, which shows them otherwise.')
  @Absent()
  @IsIn(['true'])
  readonly merged?: 'true';

  @Means('Only those of which something is late, by their clocks.')
  @Absent()
  @IsIn(['true'])
  readonly late?: 'true';

  @Absent()
  @IsIn(EVENT_CLASSES)
  readonly eventClass?: EventClass;

  @Means('The category, or one of the further ones.')
  @Absent()
  @IsIn(CATEGORIES)
  readonly category?: Category;

  @Absent()
  @IsIn(HARMED)
  readonly harmed?: Harmed;

  @Means('The harm that holds: assessed, else rated in triage, else reported.')
  @Absent()
  @IsIn(HARM_SEVERITIES)
  readonly harm?: HarmSeverity;

  /** Harm as rated in triage. */
  @Absent()
  @IsIn(HARM_SEVERITIES)
  readonly harmSeverity?: HarmSeverity;

  /** Harm as the reporter or source says. */
  @Absent()
  @IsIn(HARM_SEVERITIES)
  readonly harmReported?: HarmSeverity;

  @Absent()
  @IsId()
  readonly facilityId?: string;

  @Absent()
  @IsId()
  readonly unitId?: string;

  @Absent()
  @IsIn(SOURCES)
  readonly source?: Source;

  @Absent()
  @IsIn(FLAGS)
  readonly flag?: Flag;

  @Absent()
  @IsIn(CONFIDENTIALITIES)
  readonly confidentiality?: Confidentiality;

  @Absent()
  @IsIn(WORKFORCE_KINDS)
  readonly workforceKind?: WorkforceKind;

  @Means('Whose, by the owner’s id.')
  @Absent()
  @IsId()
  readonly owner?: string;

  @Means('Only what one has oneself.')
  @Absent()
  @IsIn(['true'])
  readonly mine?: 'true';

  @Absent()
  @IsIn(YES_OR_NO)
  readonly reviewRequired?: YesOrNo;

  @Absent()
  @IsIn(YES_OR_NO)
  readonly hasFeedback?: YesOrNo;

  /** Happened at this time or later. */
  @Absent()
  @IsInstantWithZone()
  readonly eventFrom?: string;

  /** Happened before this time. */
  @Absent()
  @IsInstantWithZone()
  readonly eventBefore?: string;

  /** Reported at this time or later. */
  @Absent()
  @IsInstantWithZone()
  readonly reportedFrom?: string;

  /** Reported before this time. */
  @Absent()
  @IsInstantWithZone()
  readonly reportedBefore?: string;
}
