import { IsIn } from 'class-validator';
import { Absent, RecordQuery } from '#kernel/http';
import { BREAKDOWNS, type Breakdown } from '../../measure-snapshot/measure.codes.js';

/** Which figures of a snapshot. */
export class SnapshotQuery extends RecordQuery {
  /** Lines for each type or source of safety events too, beside those of facilities and severities. */
  @Absent()
  @IsIn(BREAKDOWNS)
  readonly by?: Breakdown;
}
