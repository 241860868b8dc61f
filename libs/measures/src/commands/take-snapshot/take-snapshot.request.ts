import { IsBoolean, IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import { type Kind, MEASURES, type MeasureId, PERIOD_KINDS } from '../../measure-snapshot/measure.codes.js';

export class TakeSnapshotRequest {
  @IsIn(MEASURES)
  readonly measure: MeasureId;

  @IsIn(PERIOD_KINDS)
  readonly period: Kind;

  /** The first period, as `2026-01` or `2026-Q1`. */
  @IsText(10)
  readonly from: string;

  /** The last period; else the first is the only one. */
  @Absent()
  @IsText(10)
  readonly to?: string;

  /** Publish it even if it is provisional, and say so in it. */
  @Absent()
  @IsBoolean()
  readonly provisional?: boolean;
}
