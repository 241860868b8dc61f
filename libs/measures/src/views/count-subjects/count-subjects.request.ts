import { IsIn } from 'class-validator';
import { Absent, IsId, IsText, PageQuery } from '#kernel/http';
import { SPLITS, type Split } from '../../counts/count.codes.js';

/** The path of a count. */
export class CountPath {
  /** `harm-events`. */
  @IsText(40)
  readonly id: string;
}

/** Which count to open: the parts that are given narrow it. */
export class CountSubjectsQuery extends PageQuery {
  /** `2026-03`, `2026-Q1` or `2026`. */
  @IsText(10)
  readonly period: string;

  @Absent()
  @IsIn(SPLITS)
  readonly by?: Split;

  /** The part of that split. */
  @Absent()
  @IsText(80)
  readonly of?: string;

  @Absent()
  @IsId()
  readonly facility?: string;

  /** As it was known then: a position of the ledger, a time with its offset, or a day. */
  @Absent()
  @IsText(40)
  readonly asOf?: string;
}
