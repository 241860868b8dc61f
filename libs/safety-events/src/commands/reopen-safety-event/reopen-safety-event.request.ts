import { IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import { SOURCES, type Source } from '../../safety-event/safety-event.codes.js';

export class ReopenSafetyEventRequest {
  /** What was not known when it was closed. Sealed where it is stored. */
  @IsText(4000)
  readonly newInformation: string;

  /** From where it came. */
  @Absent()
  @IsIn(SOURCES)
  readonly source?: Source;
}
