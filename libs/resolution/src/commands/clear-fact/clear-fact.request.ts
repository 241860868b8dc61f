import { IsBoolean, IsIn } from 'class-validator';
import { IsText } from '#kernel/http';
import { LANGUAGES, type Language } from '../../facts/facts.codes.js';

export class ClearFactRequest {
  /** What may be told, in plain words. The patient may see it. Sealed where it is stored. */
  @IsText(4000)
  readonly words: string;

  @IsIn(LANGUAGES)
  readonly language: Language;

  /** Whoever clears it says by name that nothing privileged is in these words. */
  @IsBoolean()
  readonly noPrivilegedContent: boolean;
}
