import { IsIn, IsInt, Max, Min } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
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
