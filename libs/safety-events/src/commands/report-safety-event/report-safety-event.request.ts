import { IsIn } from 'class-validator';
import { PRECISIONS, type Precision } from '#kernel/core';
import { Absent, IsId, IsInstantWithZone, IsNested, IsText, toInstant } from '#kernel/http';
import {
  CATEGORIES,
  type Category,
  EVENT_CLASSES,
  type EventClass,
  HARM_SEVERITIES,
  HARMED,
  type Harmed,
  type HarmSeverity,
  POPULATIONS,
  type Population,
  SOURCES,
  type Source,
} from '../../safety-event/safety-event.codes.js';
import type { ReportSafetyEvent } from './report-safety-event.command.js';

/** A time, and how exactly it is known. */
export class KnownTimeRequest {
  @IsInstantWithZone()
  readonly value: string;

  @IsIn(PRECISIONS)
  readonly precision: Precision;
}

export class ReportSafetyEventRequest {
  /** `incident` reached somebody, `near_miss` did not, `unsafe_condition` raises the chance of it. */
  @IsIn(EVENT_CLASSES)
  readonly eventClass: EventClass;

  @Absent()
  @IsIn(CATEGORIES)
  readonly category?: Category;

  /** Whom it harmed or could have harmed. */
  @IsIn(HARMED)
  readonly harmed: Harmed;

  /** The harm as far as the reporter knows; triage rates it. */
  @Absent()
  @IsIn(HARM_SEVERITIES)
  readonly harmReported?: HarmSeverity;

  /** What happened, in the reporter's words. Sealed where it is stored. */
  @Absent()
  @IsText(20_000)
  readonly narrative?: string;

  /** What was done at once. Sealed where it is stored. */
  @Absent()
  @IsText(20_000)
  readonly immediateActions?: string;

  @IsNested(() => KnownTimeRequest)
  readonly eventAt: KnownTimeRequest;

  /** When somebody noticed; the time it happened where nothing else is said. */
  @Absent()
  @IsNested(() => KnownTimeRequest)
  readonly discoveredAt?: KnownTimeRequest;

  @IsId()
  readonly facilityId: string;

  @Absent()
  @IsId()
  readonly unitId?: string;

  @Absent()
  @IsIn(SOURCES)
  readonly source?: Source;

  /** The patient's record number. Sealed where it is stored. */
  @Absent()
  @IsText(100)
  readonly patientRef?: string;

  /** Who was concerned, where no single record number says it. */
  @Absent()
  @IsIn(POPULATIONS)
  readonly population?: Population;

  /** For what was written down elsewhere first: when it was reported there. */
  @Absent()
  @IsInstantWithZone()
  readonly reportedAt?: string;

  /** Why it comes more than a day late. */
  @Absent()
  @IsIn(['downtime', 'paper-report', 'imported-history', 'found-late'])
  readonly reasonCode?: string;

  /** Who approved an entry more than 30 days late: another person than the one who enters it. */
  @Absent()
  @IsId()
  readonly approver?: string;

  /** The draft that this was written as: it is thrown away once this is reported. */
  @Absent()
  @IsId()
  readonly draftId?: string;
}

/** A validated request as the command's data. */
export const toReport = (
  request: ReportSafetyEventRequest,
  reporter: string | undefined,
): ReportSafetyEvent['data'] => {
  const { reportedAt: _reportedAt, reasonCode: _reasonCode, approver: _approver, draftId: _draftId, ...told } = request;
  const eventAt = known(request.eventAt);
  return {
    ...told,
    eventAt,
    discoveredAt: request.discoveredAt ? known(request.discoveredAt) : eventAt,
    source: request.source ?? 'staff_report',
    ...(reporter && { reporter }),
  };
};

const known = ({ value, precision }: KnownTimeRequest) => ({ value: toInstant(value), precision });
