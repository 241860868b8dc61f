import { IsIn } from 'class-validator';
import { Absent, IsText, IsWholeInQuery } from '#kernel/http';
import { type Kind, PERIOD_KINDS } from '../../measure-snapshot/measure.codes.js';

/** The path of a measure. */
export class MeasurePath {
  /** `CRP-02`. */
  @IsText(20)
  readonly id: string;
}

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

  /** Lines for each facility, or each severity of harm, beside those of the organization. */
  @Absent()
  @IsIn(['facility', 'harm'])
  readonly by?: 'facility' | 'harm';

  /** As it was known then: a position of the ledger, a time with its offset, or a day. */
  @Absent()
  @IsText(40)
  readonly asOf?: string;

  /** Wait until the view has come this far: the position of a receipt. */
  @Absent()
  @IsWholeInQuery(0, Number.MAX_SAFE_INTEGER)
  readonly after?: number;
}
