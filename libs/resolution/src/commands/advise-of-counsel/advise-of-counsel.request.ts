import { IsBoolean, IsIn } from 'class-validator';
import { LateEntry } from '#kernel/http';
import { ADVICE_LANGUAGES, type AdviceLanguage } from '../../resolution-case/offer.codes.js';

export class AdviseOfCounselRequest extends LateEntry {
  /** Whether they have it in writing: what was only said does not count. */
  @IsBoolean()
  readonly written: boolean;

  /** In which language they have it. */
  @IsIn(ADVICE_LANGUAGES)
  readonly language: AdviceLanguage;
}
