import { IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import { OFFER_WITHDRAWALS, type OfferWithdrawal } from '../../resolution-case/offer.codes.js';

export class WithdrawOfferRequest {
  @IsIn(OFFER_WITHDRAWALS)
  readonly reason: OfferWithdrawal;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
