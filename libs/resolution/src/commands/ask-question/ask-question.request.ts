import { IsText, LateEntry } from '#kernel/http';

export class AskQuestionRequest extends LateEntry {
  /** In their words. Sealed where it is stored. */
  @IsText(2000)
  readonly text: string;
}
