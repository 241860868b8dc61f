import { IsText } from '#kernel/http';

export class SupplementConcernRequest {
  /** Sealed where it is stored. */
  @IsText(20_000)
  readonly words: string;
}
