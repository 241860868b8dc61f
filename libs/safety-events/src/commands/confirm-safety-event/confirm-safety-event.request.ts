import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Absent } from '#kernel/http';
import { SERIOUS_LISTS, type SeriousList } from '../../safety-event/safety-event.codes.js';

export class ConfirmSafetyEventRequest {
  /** The lists of serious events that it stands on, if any. */
  @Absent()
  @IsArray()
  @ArrayMaxSize(SERIOUS_LISTS.length)
  @ArrayUnique()
  @IsIn(SERIOUS_LISTS, { each: true })
  readonly lists?: readonly SeriousList[];
}
