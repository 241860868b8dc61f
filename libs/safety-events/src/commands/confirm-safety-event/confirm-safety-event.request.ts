import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import {
  POPULATIONS,
  type Population,
  SERIOUS_LISTS,
  type SeriousList,
} from '../../safety-event/safety-event.codes.js';

export class ConfirmSafetyEventRequest {
  /** The lists of serious events that it stands on, if any. */
  @Absent()
  @IsArray()
  @ArrayMaxSize(SERIOUS_LISTS.length)
  @ArrayUnique()
  @IsIn(SERIOUS_LISTS, { each: true })
  readonly lists?: readonly SeriousList[];

  /** The record number of the patient whom it concerns, where nothing before has said it. Sealed where it is stored. */
  @Absent()
  @IsText(100)
  readonly patientRef?: string;

  /** Who was concerned, where no single record number says it. */
  @Absent()
  @IsIn(POPULATIONS)
  readonly population?: Population;
}
