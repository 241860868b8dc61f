import { IsBoolean } from 'class-validator';
import { Absent, IsInstantWithZone, IsText, LateEntry, toInstant } from '#kernel/http';
import type { RecordBillDuringHold } from './record-bill-during-hold.command.js';

export class RecordBillDuringHoldRequest extends LateEntry {
  /** When it went out; `occurredAt` is when that was found. */
  @IsInstantWithZone()
  readonly sentAt: string;

  /** Whether it was called back, and the family was told so. */
  @IsBoolean()
  readonly corrected: boolean;

  /** How it came to go out. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly note?: string;
}

/** A validated request as the command's data. */
export const toBill = ({
  sentAt,
  ...told
}: Omit<RecordBillDuringHoldRequest, keyof LateEntry>): RecordBillDuringHold['data'] => ({
  ...told,
  sentAt: toInstant(sentAt),
});
