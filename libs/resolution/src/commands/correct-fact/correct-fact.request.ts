import { IsText } from '#kernel/http';

export class CorrectFactRequest {
  /** What happened. Sealed where it is stored. */
  @IsText(4000)
  readonly text: string;
}
