import { Absent, IsText } from '#kernel/http';

export class ReleaseByCounselRequest {
  /** For counsel. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}
