import { IsArray, IsBoolean, IsIn, IsInt, IsString, Min } from 'class-validator';
import { PRECISIONS, type Precision } from '#kernel/core';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';
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
import { STATUSES, type Status } from './safety-event-list.row.js';

/** One line of the list. A reader who may see no field of a record gets its id, times and revision. */
export class SafetyEventLine {
  @IsId()
  id: string;

  @Absent()
  @IsIn(STATUSES)
  status?: Status;

  @Absent()
  @IsIn(EVENT_CLASSES)
  eventClass?: EventClass;

  @Absent()
  @IsIn(CATEGORIES)
  category?: Category;

  @Absent()
  @IsIn(HARMED)
  harmed?: Harmed;

  @Absent()
  @IsIn(HARM_SEVERITIES)
  harmReported?: HarmSeverity;

  @Absent()
  @IsIn(HARM_SEVERITIES)
  harmSeverity?: HarmSeverity;

  @Absent()
  @IsBoolean()
  serious?: boolean;

  @Absent()
  @IsId()
  facilityId?: string;

  @Absent()
  @IsId()
  unitId?: string;

  @Absent()
  @IsIn(SOURCES)
  source?: Source;

  @Absent()
  @IsArray()
  @IsIn(FLAGS, { each: true })
  flags?: readonly Flag[];

  @IsInstantWithZone()
  eventAt: string;

  @IsIn(PRECISIONS)
  eventPrecision: Precision;

  @IsInstantWithZone()
  reportedAt: string;

  @IsInt()
  revision: number;
}

/** A page of the list. */
export class SafetyEventPage {
  @IsListOf(() => SafetyEventLine, 200)
  items: readonly SafetyEventLine[];

  /** The cursor of the page that follows; absent on the last one. */
  @Absent()
  @IsString()
  next?: string;

  @Means(
    'How many records of the organization, filtered out or not, are missing here or older than what was recorded of them, since something in them could not be read yet. Nothing is lost; health tells the operators. Absent where there are none, and for those who may see their own records only.',
  )
  @Absent()
  @IsInt()
  @Min(1)
  withheld?: number;
}
