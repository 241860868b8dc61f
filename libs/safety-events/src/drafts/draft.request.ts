import { IsObject } from 'class-validator';
import { Absent } from '#kernel/http';
import type { Unfinished } from './drafts.js';

/** A report as far as it is written. */
export class DraftRequest {
  /** The fields of a report that are filled in so far, by their names there. They are checked when it is reported. */
  @Absent()
  @IsObject()
  readonly report?: Unfinished;
}
