import { IsText } from '#kernel/http';

export class ReopenConcernRequest {
  /** Sealed where it is stored. */
  @IsText(4000)
  readonly reason: string;
}
