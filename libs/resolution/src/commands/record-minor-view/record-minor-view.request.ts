import { IsText } from '#kernel/http';

export class RecordMinorViewRequest {
  /** In their words. Sealed where it is stored. */
  @IsText(4000)
  readonly view: string;
}
