import { IsArray, IsBoolean, IsIn, IsInt, IsString, Min } from 'class-validator';
import { PRECISIONS, type Precision } from '#kernel/core';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';
import {
  CONFIDENTIALITIES,
  type Confidentiality,
  REDIRECTIONS,
  REVIEW_METHODS,
  type Redirection,
  type ReviewMethod,
  WORKFORCE_KINDS,
  type WorkforceKind,
} from '../safety-event/follow-up.codes.js';
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
} from '../safety-event/safety-event.codes.js';
import { STATUSES, type Status } from './safety-event-list.row.js';

/** One line of a list. A reader who may see no field of an event gets its id, times and revision. */
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
  @IsArray()
  @IsIn(CATEGORIES, { each: true })
  furtherCategories?: readonly Category[];

  @Absent()
  @IsIn(HARMED)
  harmed?: Harmed;

  @Absent()
  @IsIn(HARM_SEVERITIES)
  harmReported?: HarmSeverity;

  @Means('Harm as rated in triage.')
  @Absent()
  @IsIn(HARM_SEVERITIES)
  harmSeverity?: HarmSeverity;

  @Means('Harm as last assessed beside triage.')
  @Absent()
  @IsIn(HARM_SEVERITIES)
  harmAssessed?: HarmSeverity;

  @Means('The harm that holds: assessed, else rated in triage, else reported.')
  @Absent()
  @IsIn(HARM_SEVERITIES)
  harm?: HarmSeverity;

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

  @Absent()
  @IsIn(CONFIDENTIALITIES)
  confidentiality?: Confidentiality;

  @Absent()
  @IsIn(WORKFORCE_KINDS)
  workforceKind?: WorkforceKind;

  @IsInstantWithZone()
  eventAt: string;

  @IsIn(PRECISIONS)
  eventPrecision: Precision;

  @IsInstantWithZone()
  reportedAt: string;

  @Absent()
  @IsId()
  owner?: string;

  @Means('The office that it was redirected to.')
  @Absent()
  @IsIn(REDIRECTIONS)
  redirectedTo?: Redirection;

  @Means('The safety event that it goes on in.')
  @Absent()
  @IsId()
  mergedInto?: string;

  @Means('Reports that were merged into it: they are listed here instead of by themselves.')
  @Absent()
  @IsArray()
  @IsString({ each: true })
  absorbed?: readonly string[];

  @Means('How many patients were linked.')
  @Absent()
  @IsInt()
  patients?: number;

  @Absent()
  @IsIn(REVIEW_METHODS)
  reviewRequired?: ReviewMethod;

  @Absent()
  @IsInt()
  addenda?: number;

  @Means('Messages to and from whoever reported.')
  @Absent()
  @IsInt()
  messages?: number;

  @Means('Messages to whoever reported since they last wrote.')
  @Absent()
  @IsInt()
  unanswered?: number;

  @Means('How often the reporter was told what came of it.')
  @Absent()
  @IsInt()
  feedback?: number;

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
