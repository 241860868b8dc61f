import { IsIn, IsString } from 'class-validator';
import { Absent, IsId, IsNested, IsText } from '#kernel/http';
import type { ReportSafetyEvent } from '../commands/report-safety-event/report-safety-event.command.js';
import { KnownTimeRequest, toKnownTime } from '../safety-event/known-time.request.js';
import {
  CATEGORIES,
  type Category,
  EVENT_CLASSES,
  type EventClass,
  HARM_SEVERITIES,
  HARMED,
  type Harmed,
  type HarmSeverity,
} from '../safety-event/safety-event.codes.js';

/** A report by somebody who works here and stays unnamed: no token, and nothing of who it was is kept. */
export class AnonymousReportRequest {
  @IsId()
  readonly facilityId: string;

  @Absent()
  @IsId()
  readonly unitId?: string;

  /** What happened, or could. Sealed where it is stored. */
  @IsText(20_000)
  readonly narrative: string;

  /** Left out: an unsafe condition. */
  @Absent()
  @IsIn(EVENT_CLASSES)
  readonly eventClass?: EventClass;

  @Absent()
  @IsIn(CATEGORIES)
  readonly category?: Category;

  /** Whom it harmed or could have harmed; left out: nobody. */
  @Absent()
  @IsIn(HARMED)
  readonly harmed?: Harmed;

  @Absent()
  @IsIn(HARM_SEVERITIES)
  readonly harmReported?: HarmSeverity;

  /** Left out: about now. */
  @Absent()
  @IsNested(() => KnownTimeRequest)
  readonly eventAt?: KnownTimeRequest;

  /** What was done at once. Sealed where it is stored. */
  @Absent()
  @IsText(20_000)
  readonly immediateActions?: string;

  /** What went well, and who caught it. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly wentWell?: string;
}

/** What an unnamed reporter gets: the code, and only now. */
export class AnonymousReceiptBody {
  @IsString()
  code: string;
}

/** A validated report as the command's data. */
export const toAnonymousReport = (
  { eventAt, eventClass = 'unsafe_condition', harmed = 'none', ...told }: AnonymousReportRequest,
  codeHash: string,
  now: string,
): ReportSafetyEvent['data'] => {
  const at = eventAt ? toKnownTime(eventAt) : ({ value: now, precision: 'hour' } as const);
  return {
    ...told,
    eventClass,
    harmed,
    eventAt: at,
    discoveredAt: at,
    source: 'staff_report',
    confidentiality: 'anonymous',
    ...(harmed === 'patient' && { population: 'unidentified_patient' }),
    codeHash,
  };
};
