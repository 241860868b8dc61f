import { IsIn } from 'class-validator';
import { TAKEN_BACK, type TakenBack } from '../../facts/facts.codes.js';

export class WithdrawClearanceRequest {
  @IsIn(TAKEN_BACK)
  readonly reason: TakenBack;
}
