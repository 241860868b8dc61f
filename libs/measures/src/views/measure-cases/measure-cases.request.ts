import { IsIn } from 'class-validator';
import { Absent, IsId, IsText, PageQuery } from '#kernel/http';
import { PEOPLE, type People, STATUSES, type Status } from '../../measure-snapshot/measure.codes.js';

/** Which figure to open: the parts that are given narrow it. */
export class MeasureCasesQuery extends PageQuery {
  /** `2026-03` or `2026-Q1`. */
  @IsText(10)
  readonly period: string;

  @Absent()
  @IsIn(PEOPLE)
  readonly people?: People;

  @Absent()
  @IsId()
  readonly facility?: string;

  @Absent()
  @IsText(20)
  readonly harm?: string;

  @Absent()
  @IsText(40)
  readonly type?: string;

  @Absent()
  @IsText(40)
  readonly source?: string;

  @Absent()
  @IsIn(STATUSES)
  readonly status?: Status;

  /** As it was known then: a position of the ledger, a time with its offset, or a day. */
  @Absent()
  @IsText(40)
  readonly asOf?: string;
}
