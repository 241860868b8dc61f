import { IsIn } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, PageQuery } from '#kernel/http';
import {
  CATEGORIES,
  type Category,
  EVENT_CLASSES,
  type EventClass,
  FLAGS,
  type Flag,
  HARM_SEVERITIES,
  type HarmSeverity,
  SOURCES,
  type Source,
} from '../../safety-event/safety-event.codes.js';
import { STATUSES, type Status } from './safety-event-list.row.js';

/** Narrows the list; every part that is given must hold. */
export class SafetyEventListQuery extends PageQuery {
  @Absent()
  @IsIn(STATUSES)
  readonly status?: Status;

  @Absent()
  @IsIn(EVENT_CLASSES)
  readonly eventClass?: EventClass;

  @Absent()
  @IsIn(CATEGORIES)
  readonly category?: Category;

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
  @IsIn(SOURCES)
  readonly source?: Source;

  @Absent()
  @IsIn(FLAGS)
  readonly flag?: Flag;

  /** Reported at this time or later. */
  @Absent()
  @IsInstantWithZone()
  readonly reportedFrom?: string;

  /** Reported before this time. */
  @Absent()
  @IsInstantWithZone()
  readonly reportedBefore?: string;
}
