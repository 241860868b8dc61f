import { IsIn } from 'class-validator';
import { Absent, IsInstantWithZone, IsText, LateEntry, toInstant } from '#kernel/http';
import { HOLD_REASONS, type HoldReason } from '../../resolution-case/ending.codes.js';
import type { PlaceOnHold } from './place-on-hold.command.js';

export class PlaceOnHoldRequest extends LateEntry {
  @IsIn(HOLD_REASONS)
  readonly reason: HoldReason;

  /** When we ask again; absent: when they come to us. */
  @Absent()
  @IsInstantWithZone()
  readonly until?: string;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}

/** A validated request as the command's data. */
export const toHold = ({ until, ...told }: Omit<PlaceOnHoldRequest, keyof LateEntry>): PlaceOnHold['data'] => ({
  ...told,
  ...(until && { until: toInstant(until) }),
});
