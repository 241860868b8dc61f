import { IsIn } from 'class-validator';
import { LateEntry } from '#kernel/http';
import { TIERS, type Tier } from '../../caregiver-support/caregiver-support.codes.js';

export class OfferCaregiverSupportRequest extends LateEntry {
  /** Who would give it: somebody of the unit, a trained peer, or the referral network. */
  @IsIn(TIERS)
  readonly tier: Tier;
}
