import { IsIn } from 'class-validator';
import { Absent, PageQuery } from '#kernel/http';
import { SUPPORT_STATES, type SupportState } from '../../caregiver-support/caregiver-support.codes.js';

/** Narrows the list; every part that is given must hold. */
export class SupportListQuery extends PageQuery {
  /** Left out: all that have not ended. */
  @Absent()
  @IsIn(SUPPORT_STATES)
  readonly status?: SupportState;

  /** Only those whose offer is late. */
  @Absent()
  @IsIn(['true'])
  readonly late?: 'true';
}
