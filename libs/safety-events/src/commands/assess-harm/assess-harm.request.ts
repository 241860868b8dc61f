import { IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import {
  ASSESSMENT_TIMINGS,
  type AssessmentTiming,
  HARM_BASES,
  HARM_DURATIONS,
  type HarmBasis,
  type HarmDuration,
} from '../../safety-event/patient.codes.js';
import { HARM_SEVERITIES, type HarmSeverity } from '../../safety-event/safety-event.codes.js';

export class AssessHarmRequest {
  /** AHRQ harm scale: the harm that remains after any rescue. */
  @IsIn(HARM_SEVERITIES)
  readonly to: HarmSeverity;

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

  /** Why it was rated so. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly rationale?: string;
}
