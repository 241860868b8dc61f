import { IsIn, IsInt, IsString } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, IsNested, Means } from '#kernel/http';
import { STATUSES, type Status } from '../../lines/safety-event-list.row.js';
import { CATEGORIES, type Category, EVENT_CLASSES, type EventClass } from '../../safety-event/safety-event.codes.js';

/** How it stands with the safety event that a report was merged into. */
export class GoesOnBody {
  @IsIn(STATUSES)
  status: Status;

  @Absent()
  @IsId()
  owner?: string;

  @Means('How often all who reported it were told what came of it.')
  @IsInt()
  feedback: number;
}

/** What one reported oneself, and what became of it. Its words, and those that are meant for its reporter, are in the record. */
export class MyReportBody {
  @IsId()
  id: string;

  @IsIn(STATUSES)
  status: Status;

  @IsIn(EVENT_CLASSES)
  eventClass: EventClass;

  @Absent()
  @IsIn(CATEGORIES)
  category?: Category;

  @IsId()
  facilityId: string;

  @IsInstantWithZone()
  eventAt: string;

  @IsInstantWithZone()
  reportedAt: string;

  @Means('Who has it; absent as long as it is the office as a whole.')
  @Absent()
  @IsId()
  owner?: string;

  @Means('Where it was merged: how it stands with the one that it goes on in.')
  @Absent()
  @IsNested(() => GoesOnBody)
  goesOn?: GoesOnBody;

  @Means('Messages of the office that wait for an answer.')
  @IsInt()
  unanswered: number;

  @IsInt()
  addenda: number;

  @Means('How often one was told what came of it.')
  @IsInt()
  feedback: number;

  @Absent()
  @IsInstantWithZone()
  firstFeedbackAt?: string;

  @Means('How many persons have opened it.')
  @IsInt()
  seenBy: number;

  @IsInt()
  revision: number;
}

/** A page of what one reported oneself, newest first. */
export class MyReportsBody {
  @IsListOf(() => MyReportBody, 200)
  items: readonly MyReportBody[];

  /** The cursor of the page that follows; absent on the last one. */
  @Absent()
  @IsString()
  next?: string;
}
