import { IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import { REPORTER_CHANNELS, type ReporterChannel } from '../../safety-event/follow-up.codes.js';

export class ExchangeReporterMessageRequest {
  /** Sealed where it is stored. */
  @IsText(4000)
  readonly words: string;

  /** How a question reached the reporter. Left out: where they sign in, or under the code of their report. */
  @Absent()
  @IsIn(REPORTER_CHANNELS)
  readonly channel?: ReporterChannel;
}
