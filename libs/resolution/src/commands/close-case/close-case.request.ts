import { Absent, IsText } from '#kernel/http';

export class CloseCaseRequest {
  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly summary?: string;
}
