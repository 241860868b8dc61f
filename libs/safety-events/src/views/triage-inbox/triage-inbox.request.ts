import { IsIn } from 'class-validator';
import { Absent, IsId, PageQuery } from '#kernel/http';
import { SOURCES, type Source } from '../../safety-event/safety-event.codes.js';

/** Narrows the inbox; every part that is given must hold. */
export class TriageInboxQuery extends PageQuery {
  @Absent()
  @IsId()
  readonly facilityId?: string;

  @Absent()
  @IsId()
  readonly unitId?: string;

  @Absent()
  @IsIn(SOURCES)
  readonly source?: Source;
}
