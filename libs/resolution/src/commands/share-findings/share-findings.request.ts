import { ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Absent, IsIds, IsText, LateEntry } from '#kernel/http';
import { ATTENDEES, type Attendee, MODES, type Mode } from '../../resolution-case/resolution-case.codes.js';
import type { ShareFindings } from './share-findings.command.js';

export class ShareFindingsRequest extends LateEntry {
  /** What was told, as kept facts; all of them cleared for sharing. */
  @IsIds(100)
  readonly factIds: readonly string[];

  /** What is being changed, as corrective actions. */
  @Absent()
  @IsIds(100)
  readonly actionIds?: readonly string[];

  @IsIn(MODES)
  readonly mode: Mode;

  @IsArray()
  @ArrayUnique()
  @IsIn(ATTENDEES, { each: true })
  readonly attendees: readonly Attendee[];

  /** Which of the recorded representatives and relatives were there. */
  @Absent()
  @IsIds(20)
  readonly persons?: readonly string[];

  /** Why counsel lets them be told while a suit or a claim goes on. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly counselReason?: string;
}

/** A validated request as the command's data. */
export const toFindings = ({
  actionIds = [],
  ...told
}: Omit<ShareFindingsRequest, keyof LateEntry>): ShareFindings['data'] => ({ ...told, actionIds });
