import { IsText, LateEntry } from '#kernel/http';

export class AnswerQuestionRequest extends LateEntry {
  /** As it was told them. Sealed where it is stored. */
  @IsText(4000)
  readonly answer: string;
}
