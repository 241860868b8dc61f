import { ArrayMaxSize, ArrayUnique, IsArray, IsString, Matches } from 'class-validator';
import { IsText, LateEntry } from '#kernel/http';

export class SendStatutoryDisclosureRequest extends LateEntry {
  /** What the notice says, by the items that the policy pack asks for. */
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/^[a-z0-9_]{1,80}$/, { each: true })
  readonly items: readonly string[];

  /** The letter, as it was sent. The patient may see it. Sealed where it is stored. */
  @IsText(20_000)
  readonly letter: string;
}
