import { IsIn, IsObject, IsString } from 'class-validator';
import { IsInstantWithZone, IsListOf } from '#kernel/http';
import { STATUSES } from '../lines/safety-event-list.row.js';

/** Something that was said between the office and whoever reported. */
export class SaidByCodeBody {
  /** The event type, as in `ReporterFeedbackGiven`. */
  @IsString()
  type: string;

  @IsInstantWithZone()
  at: string;

  /** What was said, field by field; `{ "erased": true }` where it was forgotten. */
  @IsObject()
  words: object;
}

/** A report as the holder of its code may see it. */
export class ReportStatusBody {
  @IsIn(STATUSES)
  status: string;

  @IsListOf(() => SaidByCodeBody, 1000)
  said: readonly SaidByCodeBody[];
}
