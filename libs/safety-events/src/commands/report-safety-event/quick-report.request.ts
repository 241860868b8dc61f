import { Absent, IsId, IsInstantWithZone, IsNested, IsText, toInstant } from '#kernel/http';
import type { ReportSafetyEvent } from './report-safety-event.command.js';

/** A place, as closely as the reporter can say. */
export class PlaceRequest {
  @IsId()
  readonly facilityId: string;

  @Absent()
  @IsId()
  readonly unitId?: string;
}

/** The short way: a near miss or a hazard in four fields. */
export class QuickReportRequest {
  /** What nearly happened, or could. Sealed where it is stored. */
  @IsText(20_000)
  readonly what: string;

  @IsNested(() => PlaceRequest)
  readonly where: PlaceRequest;

  /** Left out: now. */
  @Absent()
  @IsInstantWithZone()
  readonly when?: string;

  /** What went well, and who caught it: then it is a near miss, otherwise a hazard. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly wentWell?: string;
}

/** The same as a report in full. Triage says more, and may correct the class. */
export const toFullReport = (
  { what, where, when, wentWell }: QuickReportRequest,
  reporter: string | undefined,
  now: string,
): ReportSafetyEvent['data'] => {
  const at = {
    value: when === undefined ? now : toInstant(when),
    precision: when === undefined ? 'minute' : 'exact',
  } as const;
  return {
    eventClass: wentWell === undefined ? 'unsafe_condition' : 'near_miss',
    harmed: 'none',
    narrative: what,
    ...(wentWell !== undefined && { wentWell }),
    eventAt: at,
    discoveredAt: at,
    facilityId: where.facilityId,
    ...(where.unitId && { unitId: where.unitId }),
    source: 'staff_report',
    confidentiality: 'confidential',
    ...(reporter && { reporter }),
  };
};
