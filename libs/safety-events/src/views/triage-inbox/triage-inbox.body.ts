import { IsArray, IsIn, IsInt, IsString, Min } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, IsNested, Means } from '#kernel/http';
import { WORKFORCE_KINDS, type WorkforceKind } from '../../safety-event/follow-up.codes.js';
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

const WAITING = ['reported', 'triaged'] as const;

/** What one needs to triage or confirm: codes, times, and the revision to do it on. */
export class InboxItem {
  @IsId()
  id: string;

  @IsIn(WAITING)
  status: (typeof WAITING)[number];

  @IsIn(EVENT_CLASSES)
  eventClass: EventClass;

  @Absent()
  @IsIn(CATEGORIES)
  category?: Category;

  @IsIn(HARMED)
  harmed: Harmed;

  @Means('The harm that holds so far; absent where nobody has said any.')
  @Absent()
  @IsIn(HARM_SEVERITIES)
  harm?: HarmSeverity;

  @IsId()
  facilityId: string;

  @Absent()
  @IsId()
  unitId?: string;

  @IsIn(SOURCES)
  source: Source;

  @IsArray()
  @IsIn(FLAGS, { each: true })
  flags: readonly Flag[];

  @Absent()
  @IsIn(WORKFORCE_KINDS)
  workforceKind?: WorkforceKind;

  @Absent()
  @IsId()
  owner?: string;

  @IsInstantWithZone()
  eventAt: string;

  @IsInstantWithZone()
  reportedAt: string;

  @Means('How many reports were merged into it.')
  @IsInt()
  absorbed: number;

  @Means('How many safety events may well tell of the same.')
  @IsInt()
  possibleDuplicates: number;

  @IsInt()
  revision: number;
}

/** How many wait in a state. */
export class WaitingCount {
  @IsInt()
  count: number;

  @Means('Of them, with severe harm or death.')
  @IsInt()
  severe: number;
}

/** How many wait for triage, and for confirmation. */
export class InboxCounts {
  @IsNested(() => WaitingCount)
  reported: WaitingCount;

  @IsNested(() => WaitingCount)
  triaged: WaitingCount;
}

/** A page of the inbox. */
export class TriageInboxBody {
  @IsNested(() => InboxCounts)
  counts: InboxCounts;

  @IsListOf(() => InboxItem, 200)
  items: readonly InboxItem[];

  /** The cursor of the page that follows; absent on the last one. */
  @Absent()
  @IsString()
  next?: string;

  @Means('How many records of the organization could not be read up to their end. Absent where there are none.')
  @Absent()
  @IsInt()
  @Min(1)
  withheld?: number;
}
