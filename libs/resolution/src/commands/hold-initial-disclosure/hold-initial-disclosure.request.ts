import { ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import { Absent, IsInstantWithZone, IsText, IsTexts, LateEntry, toInstant } from '#kernel/http';
import {
  APOLOGIES,
  type Apology,
  ATTENDEES,
  type Attendee,
  MODES,
  type Mode,
} from '../../resolution-case/resolution-case.codes.js';
import type { HoldInitialDisclosure } from './hold-initial-disclosure.command.js';

export class HoldInitialDisclosureRequest extends LateEntry {
  @IsIn(MODES)
  readonly mode: Mode;

  /** Who was there; the patient or a representative among them. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ATTENDEES, { each: true })
  readonly attendees: readonly Attendee[];

  @IsBoolean()
  readonly interpreterUsed: boolean;

  /** Sorrow may be said at once; responsibility waits for the determination. */
  @IsIn(APOLOGIES)
  readonly apology: Apology;

  /** What was told. The patient may see it. Sealed where it is stored. */
  @IsText(20_000)
  readonly factsTold: string;

  /** What they asked, to be answered. Sealed where it is stored. */
  @Absent()
  @IsTexts(50, 2000)
  readonly questions?: readonly string[];

  /** What they were promised. Sealed where it is stored. */
  @Absent()
  @IsTexts(50, 2000)
  readonly promises?: readonly string[];

  /** What they were given. Sealed where it is stored. */
  @Absent()
  @IsTexts(50, 200)
  readonly materials?: readonly string[];

  /** When they hear from us next. */
  @Absent()
  @IsInstantWithZone()
  readonly nextContactAt?: string;

  @IsBoolean()
  readonly documentedInChart: boolean;
}

/** A validated request as the command's data. */
export const toDisclosure = ({
  nextContactAt,
  ...told
}: Omit<HoldInitialDisclosureRequest, keyof LateEntry>): HoldInitialDisclosure['data'] => ({
  ...told,
  ...(nextContactAt && { nextContactAt: toInstant(nextContactAt) }),
});
