import { IsIn } from 'class-validator';
import { Absent, IsTexts, LateEntry } from '#kernel/http';
import { PAYER_NOTICES, type PayerNotice } from '../../resolution-case/resolution-case.codes.js';

export class PlaceBillingHoldRequest extends LateEntry {
  /** Whether who pays was told of the hold. */
  @IsIn(PAYER_NOTICES)
  readonly payerNotice: PayerNotice;

  /** The accounts that are held. Sealed where they are stored. */
  @Absent()
  @IsTexts(50, 100)
  readonly accounts?: readonly string[];
}
