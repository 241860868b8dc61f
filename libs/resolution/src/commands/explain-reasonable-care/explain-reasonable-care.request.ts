import { ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Absent, IsIds, IsText, LateEntry } from '#kernel/http';
import { ATTENDEES, type Attendee, MODES, type Mode } from '../../resolution-case/resolution-case.codes.js';

export class ExplainReasonableCareRequest extends LateEntry {
  @IsIn(MODES)
  readonly mode: Mode;

  /** Who was there, or a letter went to; left empty, a letter went to the patient. */
  @IsArray()
  @ArrayUnique()
  @IsIn(ATTENDEES, { each: true })
  readonly attendees: readonly Attendee[];

  /** Which of the recorded representatives and relatives were there, or the letter went to. */
  @Absent()
  @IsIds(20)
  readonly persons?: readonly string[];

  /** What was explained. The patient may see it. Sealed where it is stored. */
  @IsText(20_000)
  readonly explanation: string;
}
