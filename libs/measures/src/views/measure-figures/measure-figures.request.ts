import { IsIn } from 'class-validator';
import { Absent, IsText, IsWholeInQuery } from '#kernel/http';
import { BREAKDOWNS, type Breakdown, type Kind, PERIOD_KINDS } from '../../measure-snapshot/measure.codes.js';

/** Which figures of a measure. */
export class MeasureFiguresQuery {
  @Absent()
  @IsIn(PERIOD_KINDS)
  readonly period?: Kind;

  /** The first period, as `2026-01` or `2026-Q1`; else the first of the last one's year. */
  @Absent()
  @IsText(10)
  readonly from?: string;

  /** The last period; else the current one. */
  @Absent()
  @IsText(10)
  readonly to?: string;

  /** Lines for each facility, or each severity, type or source of safety events, beside those of the organization. */
  @Absent()
  @IsIn(BREAKDOWNS)
  readonly by?: Breakdown;

  /** As it was known then: a position of the ledger, a time with its offset, or a day. */
  @Absent()
  @IsText(40)
  readonly asOf?: string;

  /** Wait until the view has come this far: the position of a receipt. */
  @Absent()
  @IsWholeInQuery(0, Number.MAX_SAFE_INTEGER)
  readonly after?: number;
}
