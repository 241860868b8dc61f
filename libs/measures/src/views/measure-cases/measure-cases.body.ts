import { IsArray, IsBoolean, IsIn, IsInt, IsString } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';
import { PEOPLE, type People, STATUSES, type Status } from '../../measure-snapshot/measure.codes.js';

/** One case behind a figure. */
export class MeasureCaseBody {
  @Absent()
  @IsId()
  safetyEventId?: string;

  @Means('In place of a safety event, where concerns are measured.')
  @Absent()
  @IsId()
  concernId?: string;

  @Absent()
  @IsId()
  caseId?: string;

  @IsIn(STATUSES)
  status: Status;

  @Means('The code of the exclusion or exception; the definition says what it means.')
  @Absent()
  @IsString()
  why?: string;

  @IsIn(PEOPLE)
  people: People;

  @IsId()
  facilityId: string;

  @Absent()
  @IsString()
  harmSeverity?: string;

  /** When its clock began. */
  @IsInstantWithZone()
  anchorAt: string;

  /** The last instant that is in time. */
  @Absent()
  @IsInstantWithZone()
  dueAt?: string;

  @Absent()
  @IsInstantWithZone()
  doneAt?: string;

  /** A deciding event was entered late. */
  @IsBoolean()
  lateEntry: boolean;

  /** The events that decided it, by their places in the ledger. */
  @IsArray()
  @IsInt({ each: true })
  positions: readonly number[];
}

/** A page of the cases behind a figure. */
export class MeasureCasesBody {
  @IsListOf(() => MeasureCaseBody, 200)
  items: readonly MeasureCaseBody[];

  @IsInstantWithZone()
  asOf: string;

  /** The cursor of the page that follows; absent on the last one. */
  @Absent()
  @IsString()
  next?: string;
}
