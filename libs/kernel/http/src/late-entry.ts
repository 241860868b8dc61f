import { IsIn } from 'class-validator';
import type { Envelope } from '#kernel/ledger';
import { Absent, IsId, IsInstantWithZone } from './fields.js';
import { toInstant } from './instant.js';

/** Why something comes more than a day late. */
export const LATE_REASONS = ['downtime', 'paper-report', 'imported-history', 'found-late'] as const;
export type LateReason = (typeof LATE_REASONS)[number];

/** What may come with something that was done before it is entered (INV-02). */
export class LateEntry {
  /** When it happened, where that is not now. */
  @Absent()
  @IsInstantWithZone()
  readonly occurredAt?: string;

  /** Why it comes more than a day late. */
  @Absent()
  @IsIn(LATE_REASONS)
  readonly reasonCode?: LateReason;

  /** Who approved an entry more than 30 days late: another person than the one who enters it. */
  @Absent()
  @IsId()
  readonly approver?: string;
}

/** A body in its two parts: what it tells, and what of it belongs in the envelope. */
export const toldLate = <T extends LateEntry>(
  body: T,
): { readonly told: Omit<T, keyof LateEntry>; readonly extra: Pick<Envelope, 'occurredAt' | 'meta'> } => {
  const { occurredAt, reasonCode, approver, ...told } = body;
  return {
    told,
    extra: {
      ...(occurredAt && { occurredAt: toInstant(occurredAt) }),
      ...((reasonCode || approver) && { meta: { ...(reasonCode && { reasonCode }), ...(approver && { approver }) } }),
    },
  };
};
