import { IsText } from '#kernel/http';

export class WithdrawConcernRequest {
  /** How they withdrew it. Sealed where it is stored. */
  @IsText(4000)
  readonly reason: string;
}
