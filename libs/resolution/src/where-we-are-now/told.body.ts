import { IsObject, IsString } from 'class-validator';
import { IsInstantWithZone, Means } from '#kernel/http';
import type { ToldStep } from './where-we-are-now.js';

/** What came to pass, in plain words, with what was said. */
export class ToldStepBody {
  @IsInstantWithZone()
  at: string;

  @IsString()
  says: string;

  @Means('What the patient was told, field by field. Words that were forgotten read `{ "erased": true }`.')
  @IsObject()
  said: ToldStep['said'];
}
