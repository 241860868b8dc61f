import { IsArray, IsInt, IsNumber, IsObject, IsString } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';
import type { CountFact } from '../../counts/count-fact.js';

/** One that is counted. */
export class CountSubjectBody {
  @Absent()
  @IsId()
  safetyEventId?: string;

  @Means('In place of a safety event, where concerns are counted.')
  @Absent()
  @IsId()
  concernId?: string;

  @IsId()
  facilityId: string;

  /** The time by which it belongs to a period. */
  @IsInstantWithZone()
  at: string;

  @Means('The part that it is in, by each split.')
  @IsObject()
  of: CountFact['of'];

  @Means('How long it took, in the unit that the definition tells.')
  @Absent()
  @IsNumber()
  took?: number;

  /** The events that say so, by their places in the ledger. */
  @IsArray()
  @IsInt({ each: true })
  positions: readonly number[];
}

/** A page of what is behind a count. */
export class CountSubjectsBody {
  @IsListOf(() => CountSubjectBody, 200)
  items: readonly CountSubjectBody[];

  @IsInstantWithZone()
  asOf: string;

  /** The cursor of the page that follows; absent on the last one. */
  @Absent()
  @IsString()
  next?: string;
}
