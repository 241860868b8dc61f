import { IsString } from 'class-validator';
import { Absent, ReceiptBody } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';

/** What is answered to who entered a concern for somebody. */
export class EnteredConcernBody extends ReceiptBody {
  /** The code that was asked for. It is shown here and, to the same request sent again, once more; it is kept nowhere. */
  @Absent()
  @IsString()
  code?: string;
}

/** A receipt, with the code that was asked for. */
export type EnteredConcern = Receipt & Pick<EnteredConcernBody, 'code'>;
