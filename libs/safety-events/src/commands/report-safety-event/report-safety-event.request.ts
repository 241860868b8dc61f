import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsNested, IsText } from '#kernel/http';
import {
  CONFIDENTIALITIES,
  type Confidentiality,
  WORKFORCE_KINDS,
  type WorkforceKind,
} from '../../safety-event/follow-up.codes.js';
import { KnownTimeRequest, toKnownTime } from '../../safety-event/known-time.request.js';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../../safety-event/patient.codes.js';
import {
  CATEGORIES,
  type Category,
  EVENT_CLASSES,
  type EventClass,
  FLAGS,
  type Flag,
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

/** What people raise; the other one is raised by a source's unanswered question. */
const FLAGS_OF_PEOPLE = FLAGS.filter((flag) => flag !== 'event_type_unanswered');

/** Harm to somebody who works here, or the danger of it (PSSM 2E). */
export class WorkforceHarmRequest {
  @IsIn(WORKFORCE_KINDS)
  readonly kind: WorkforceKind;

  /** Days away from work, so far. */
  @Absent()
  @IsInt()
  @Min(0)
  @Max(3650)
  readonly daysAway?: number;

  @Absent()
  @IsIn(YES_NO_UNKNOWN)
  readonly oshaRecordable?: YesNoUnknown;
}

export class ReportSafetyEventRequest {
  /** `incident` reached somebody, `near_miss` did not, `unsafe_condition` raises the chance of it. */
  @IsIn(EVENT_CLASSES)
  readonly eventClass: EventClass;

  @Absent()
  @IsIn(CATEGORIES)
  readonly category?: Category;

  /** What else it is, where one category does not say it all. */
  @Absent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsIn(CATEGORIES, { each: true })
  readonly furtherCategories?: readonly Category[];

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

  /** What went well, and who caught it. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly wentWell?: string;

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

  /** Harm to somebody who works here, or the danger of it. */
  @Absent()
  @IsNested(() => WorkforceHarmRequest)
  readonly workforce?: WorkforceHarmRequest;

  /** Who may learn who reported: the unit, those who need to know, or nobody, since nobody is written down. */
  @Absent()
  @IsIn(CONFIDENTIALITIES)
  readonly confidentiality?: Confidentiality;

  /** What deserves a second look. */
  @Absent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(FLAGS_OF_PEOPLE.length)
  @ArrayUnique()
  @IsIn(FLAGS_OF_PEOPLE, { each: true })
  readonly flags?: readonly Flag[];

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

/** A validated request as the command's data. Whoever asks for it is not named (INV-12). */
export const toReport = (
  request: ReportSafetyEventRequest,
  reporter: string | undefined,
): ReportSafetyEvent['data'] => {
  const { reportedAt: _reportedAt, reasonCode: _reasonCode, approver: _approver, draftId: _draftId, ...told } = request;
  const { confidentiality = 'confidential' } = told;
  const eventAt = toKnownTime(request.eventAt);
  return {
    ...told,
    confidentiality,
    eventAt,
    discoveredAt: request.discoveredAt ? toKnownTime(request.discoveredAt) : eventAt,
    source: request.source ?? 'staff_report',
    ...(reporter && confidentiality !== 'anonymous' && { reporter }),
  };
};
