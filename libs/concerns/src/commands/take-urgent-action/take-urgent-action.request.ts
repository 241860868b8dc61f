import { IsText, LateEntry } from '#kernel/http';

export class TakeUrgentActionRequest extends LateEntry {
  /** What was done. Sealed where it is stored. */
  @IsText(4000)
  readonly what: string;
}
