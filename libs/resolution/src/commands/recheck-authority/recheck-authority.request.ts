import { Absent, IsId } from '#kernel/http';

export class RecheckAuthorityRequest {
  /** Who decides from now on: one of the recorded people, verified. Left out: the patient themselves. */
  @Absent()
  @IsId()
  readonly person?: string;
}
