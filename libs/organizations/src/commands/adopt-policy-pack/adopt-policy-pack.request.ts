import { Matches } from 'class-validator';
import { Absent, IsId } from '#kernel/http';

export class AdoptPolicyPackRequest {
  /** As in `us-co`. */
  @Matches(/^[a-z]{2}(-[a-z]{2})?$/, { message: 'must be a jurisdiction, as us or us-co' })
  readonly jurisdiction: string;

  /** Left out: the whole organization. */
  @Absent()
  @IsId()
  readonly facilityId?: string;
}
