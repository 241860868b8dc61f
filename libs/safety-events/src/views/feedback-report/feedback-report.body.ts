import { IsInt, IsNumber, IsString } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, IsNested, IsText, Means, RecordQuery } from '#kernel/http';

/** The period, and a position to wait for. */
export class FeedbackReportQuery extends RecordQuery {
  @Means('`2026-03`, `2026-Q1` or `2026`, in the facility’s time. Left out: this quarter.')
  @Absent()
  @IsText(7)
  readonly period?: string;
}

/** Feedback to staff on what they reported. */
export class FeedbackFigures {
  @Means('Reports whose reporter can be told: they signed in, or hold a tracking code.')
  @IsInt()
  reports: number;

  @Means('Reports whose reporter cannot be told, which are counted nowhere else.')
  @IsInt()
  unreachable: number;

  @Means('Reports whose reporter was told what came of it.')
  @IsInt()
  told: number;

  @Means('The share that was told; absent where there are no reports.')
  @Absent()
  @IsNumber()
  share?: number;

  @Means('Told within the limit.')
  @IsInt()
  inTime: number;

  @Means('Not told yet, and past the limit.')
  @IsInt()
  overdue: number;

  @Means('Median of the business days up to the first feedback; absent where there was none.')
  @Absent()
  @IsNumber()
  medianDays?: number;
}

/** The same of one facility. */
export class FacilityFeedback extends FeedbackFigures {
  @IsId()
  facilityId: string;
}

/** How staff who report are told what came of it (PSSM 4A). */
export class FeedbackReportBody {
  @IsString()
  period: string;

  @IsInstantWithZone()
  asOf: string;

  @Means('Within how many business days a reporter is to be told.')
  @IsInt()
  limitDays: number;

  @IsNested(() => FeedbackFigures)
  all: FeedbackFigures;

  @IsListOf(() => FacilityFeedback, 1000)
  facilities: readonly FacilityFeedback[];
}
