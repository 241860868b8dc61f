import { IsBoolean, IsIn } from 'class-validator';
import { Absent, IsText, LateEntry } from '#kernel/http';
import { REPORTER_CHANNELS, type ReporterChannel } from '../../safety-event/follow-up.codes.js';

export class GiveReporterFeedbackRequest extends LateEntry {
  /** What came of it, for whoever reported. Sealed where it is stored. */
  @IsText(4000)
  readonly summary: string;

  /** Whether something was changed because of the report. */
  @Absent()
  @IsBoolean()
  readonly changeMade?: boolean;

  /** How they are told. */
  @IsIn(REPORTER_CHANNELS)
  readonly channel: ReporterChannel;
}
