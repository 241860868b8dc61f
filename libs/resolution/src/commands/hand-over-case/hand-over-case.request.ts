import { Absent, IsId, IsText } from '#kernel/http';

export class HandOverCaseRequest {
  @IsId()
  readonly to: string;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
