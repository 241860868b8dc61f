import { IsIn } from 'class-validator';
import { NO_REFERRAL, type NoReferral } from '../../resolution-case/offer.codes.js';

export class RecordNoInsurerRequest {
  @IsIn(NO_REFERRAL)
  readonly reason: NoReferral;
}
