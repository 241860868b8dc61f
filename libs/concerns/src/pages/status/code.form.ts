import { IsIn, ValidateIf } from 'class-validator';
import { IsId, IsText } from '#kernel/http';

/** What somebody with a code wants: to look, to add to what they told, to write, or to take it back. */
export const DOINGS = ['look', 'add', 'write', 'withdraw'] as const;
export type Doing = (typeof DOINGS)[number];

const WORDED: readonly Doing[] = ['add', 'write'];

/** The form of the page that shows what came of a concern. The code travels in it, and never in an address. */
export class CodeForm {
  @IsId()
  readonly facilityId: string;

  @IsText(40)
  readonly code: string;

  @IsIn(DOINGS)
  readonly doing: Doing = 'look';

  @ValidateIf(({ doing }: CodeForm) => WORDED.includes(doing))
  @IsText(4000)
  readonly words?: string;
}
