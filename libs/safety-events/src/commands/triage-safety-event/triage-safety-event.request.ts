import { ArrayMinSize, IsIn, IsInt, Max, Min } from 'class-validator';
import { Absent, IsId, IsListOf, IsNested, IsText } from '#kernel/http';
import {
  ASSESSMENT_TIMINGS,
  type AssessmentTiming,
  HARM_BASES,
  HARM_DURATIONS,
  type HarmBasis,
  type HarmDuration,
} from '../../safety-event/patient.codes.js';
import {
  CATEGORIES,
  type Category,
  EVENT_CLASSES,
  type EventClass,
  HARM_SEVERITIES,
  type HarmSeverity,
  POPULATIONS,
  type Population,
  ROUTES,
  type Route,
} from '../../safety-event/safety-event.codes.js';

/** How the harm was assessed (Common Formats, Patient Information Form). */
export class HarmAssessmentRequest {
  /** On what the rating rests. */
  @IsIn(HARM_BASES)
  readonly basis: HarmBasis;

  /** How long the harm lasts. */
  @Absent()
  @IsIn(HARM_DURATIONS)
  readonly duration?: HarmDuration;

  /** How long after the event it was assessed. */
  @Absent()
  @IsIn(ASSESSMENT_TIMINGS)
  readonly timing?: AssessmentTiming;
}

export class TriageSafetyEventRequest {
  /** Corrects the class; left out, it stays as reported. */
  @Absent()
  @IsIn(EVENT_CLASSES)
  readonly eventClass?: EventClass;

  @IsIn(CATEGORIES)
  readonly type: Category;

  /** AHRQ harm scale. */
  @IsIn(HARM_SEVERITIES)
  readonly harmSeverity: HarmSeverity;

  /** How the harm was assessed: it is kept beside the triage as a rating of its own. */
  @Absent()
  @IsNested(() => HarmAssessmentRequest)
  readonly assessment?: HarmAssessmentRequest;

  /** Safety Assessment Code by what happened, 1 to 3. */
  @Absent()
  @IsInt()
  @Min(1)
  @Max(3)
  readonly sacActual?: number;

  /** Safety Assessment Code by what credibly could have happened, 1 to 3. */
  @Absent()
  @IsInt()
  @Min(1)
  @Max(3)
  readonly sacPotential?: number;

  @IsIn(ROUTES)
  readonly route: Route;

  /** Why it was rated so. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly rationale?: string;

  /** The record number of the patient whom it concerns, where the report lacks it. Sealed where it is stored. */
  @Absent()
  @IsText(100)
  readonly patientRef?: string;

  /** Who was concerned, where no single record number says it and the report does not either. */
  @Absent()
  @IsIn(POPULATIONS)
  readonly population?: Population;
}

/** One line of a batch: which safety event, and how it is rated. */
export class TriageLineRequest extends TriageSafetyEventRequest {
  @IsId()
  readonly id: string;
}

export class TriageBatchRequest {
  /** 1 to 100 safety events, each triaged by itself: a line that is refused keeps back no other. */
  @ArrayMinSize(1)
  @IsListOf(() => TriageLineRequest, 100)
  readonly lines: readonly TriageLineRequest[];
}
