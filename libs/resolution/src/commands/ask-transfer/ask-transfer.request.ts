import { IsIn } from 'class-validator';
import { IsText, LateEntry } from '#kernel/http';
import { RECEIVERS, type Receiver } from '../../resolution-case/ending.codes.js';

export class AskTransferRequest extends LateEntry {
  @IsIn(RECEIVERS)
  readonly receiver: Receiver;

  /** The other organization, by name. */
  @IsText(200)
  readonly to: string;
}
