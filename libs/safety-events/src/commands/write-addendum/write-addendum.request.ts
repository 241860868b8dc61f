import { IsText } from '#kernel/http';

export class WriteAddendumRequest {
  /** Sealed where it is stored. */
  @IsText(20_000)
  readonly words: string;
}
