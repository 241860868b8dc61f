import { IsIn } from 'class-validator';
import { Absent, IsText, IsWholeInQuery } from '#kernel/http';
import { COUNT_PERIODS, type CountPeriod } from '../../counts/count.codes.js';

/** Which counts. */
export class MeasureCountsQuery {
  /** One of them, by its id; else all. */
  @Absent()
  @IsText(40)
  readonly count?: string;

  @Absent()
  @IsIn(COUNT_PERIODS)
  readonly period?: CountPeriod;

  /** The first period, as `2026-01`, `2026-Q1` or `2026`; else the first of the last one's year. */
  @Absent()
  @IsText(10)
  readonly from?: string;

  /** The last period; else the current one. */
  @Absent()
  @IsText(10)
  readonly to?: string;

  /** Lines of each facility, beside those of the organization. */
  @Absent()
  @IsIn(['facility'])
  readonly by?: 'facility';

  /** As it was known then: a position of the ledger, a time with its offset, or a day. */
  @Absent()
  @IsText(40)
  readonly asOf?: string;

  /** Wait until the view has come this far: the position of a receipt. */
  @Absent()
  @IsWholeInQuery(0, Number.MAX_SAFE_INTEGER)
  readonly after?: number;
}
