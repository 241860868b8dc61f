import { IsIn } from 'class-validator';
import { Absent, RecordQuery } from '#kernel/http';
import { FORMS, type Form } from './chronology.js';

/** In which form the story of a case is asked for. */
export class ChronologyQuery extends RecordQuery {
  /** Left out: full. */
  @Absent()
  @IsIn(FORMS)
  readonly form?: Form;
}
