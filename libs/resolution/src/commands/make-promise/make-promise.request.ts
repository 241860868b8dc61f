import { Absent, IsId, IsInstantWithZone, IsText, LateEntry, toInstant } from '#kernel/http';
import type { MakePromise } from './make-promise.command.js';

export class MakePromiseRequest extends LateEntry {
  /** In the words in which it was given. Sealed where it is stored. */
  @IsText(2000)
  readonly text: string;

  /** Who keeps it. Left out: who records it. */
  @Absent()
  @IsId()
  readonly owner?: string;

  /** Until when. */
  @IsInstantWithZone()
  readonly dueAt: string;
}

/** A validated request as the command's data. */
export const toPromise = ({ dueAt, ...told }: Omit<MakePromiseRequest, keyof LateEntry>): MakePromise['data'] => ({
  ...told,
  dueAt: toInstant(dueAt),
});
