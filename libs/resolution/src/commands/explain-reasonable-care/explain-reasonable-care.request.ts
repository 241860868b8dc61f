import { ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsText, LateEntry } from '#kernel/http';
import { ATTENDEES, type Attendee, MODES, type Mode } from '../../resolution-case/resolution-case.codes.js';

export class ExplainReasonableCareRequest extends LateEntry {
  @IsIn(MODES)
  readonly mode: Mode;

  @IsArray()
  @ArrayUnique()
  @IsIn(ATTENDEES, { each: true })
  readonly attendees: readonly Attendee[];

  /** What was explained. The patient may see it. Sealed where it is stored. */
  @IsText(20_000)
  readonly explanation: string;
}
