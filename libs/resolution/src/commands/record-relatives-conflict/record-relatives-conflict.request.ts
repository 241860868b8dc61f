import { IsText } from '#kernel/http';

export class RecordRelativesConflictRequest {
  /** For counsel. Sealed where it is stored. */
  @IsText(4000)
  readonly note: string;
}
