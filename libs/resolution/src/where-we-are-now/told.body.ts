import { IsObject, IsString } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';
import type { OpenedFact } from './opened-told.js';
import type { ToldStep } from './where-we-are-now.js';

/** A fact of what happened, as it was told. */
export class ToldFactBody {
  @IsId()
  fact: string;

  @Means('In words that were cleared for sharing; absent once they do not hold any more.')
  @Absent()
  words?: OpenedFact['words'];

  /** In which language (BCP 47). */
  @Absent()
  @IsString()
  language?: OpenedFact['language'];

  @Means('Since when it does not hold in the words in which it was told: corrected, or taken back.')
  @Absent()
  @IsInstantWithZone()
  withdrawnAt?: string;
}

/** What came to pass, in plain words, with what was said. */
export class ToldStepBody {
  @IsInstantWithZone()
  at: string;

  @IsString()
  says: string;

  @Means('What the patient was told, field by field. Words that were forgotten read `{ "erased": true }`.')
  @IsObject()
  said: ToldStep['said'];

  @Means('What happened, fact by fact as it was told then.')
  @Absent()
  @IsListOf(() => ToldFactBody, 1000)
  facts?: readonly ToldFactBody[];
}
