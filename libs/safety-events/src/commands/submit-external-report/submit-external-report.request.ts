import { IsIn } from 'class-validator';
import { Absent, LateEntry } from '#kernel/http';
import { IsCoded } from '../../safety-event/coded.request.js';
import { AUTHORITIES, type Authority } from '../../safety-event/follow-up.codes.js';

export class SubmitExternalReportRequest extends LateEntry {
  /** Who was told. */
  @IsIn(AUTHORITIES)
  readonly authority: Authority;

  /** Whose law asked for it, as a policy pack names it. */
  @Absent()
  @IsCoded()
  readonly jurisdiction?: string;

  /** The authority's own number of the report. */
  @Absent()
  @IsCoded()
  readonly reference?: string;
}
