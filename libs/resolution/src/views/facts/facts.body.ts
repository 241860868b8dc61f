import { IsIn, IsInt, IsObject } from 'class-validator';
import { Absent, IsId, IsListOf, Means } from '#kernel/http';
import { STANDINGS, type Standing } from './facts.row.js';

/** A kept fact: what was said of it, field by field as far as the reader may see. A field that was forgotten reads `{ "erased": true }`. */
export class KeptFactBody {
  @IsId()
  entry: string;

  @Means(
    '`cleared`: it may be told, in the words of its clearance; `kept`: not yet, or not any more; `retracted`: never.',
  )
  @IsIn(STANDINGS)
  standing: Standing;

  @Absent()
  @IsObject()
  recorded?: object;

  @Means('What it was corrected to, last.')
  @Absent()
  @IsObject()
  correction?: object;

  @Means('What may be told. Absent where nothing may.')
  @Absent()
  @IsObject()
  clearance?: object;

  @Absent()
  @IsObject()
  retraction?: object;
}

/** The kept facts of a case, in the order in which they were recorded. */
export class CaseFactsBody {
  @IsId()
  id: string;

  @IsInt()
  revision: number;

  @IsInt()
  position: number;

  @IsListOf(() => KeptFactBody, 10_000)
  facts: readonly KeptFactBody[];

  @Means('Present where more was recorded than is shown, since something of it could not be read yet.')
  @Absent()
  @IsIn([true])
  withheld?: true;
}
