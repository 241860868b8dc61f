import { code, eventType, flag, instant, list, open, optional, sealed, text, uuid } from '#kernel/core';
import { BILLABLE, PAYER_NOTICES } from './resolution-case.codes.js';

const safetyEventId = open('OPER', uuid());

export const billabilityEstablished = eventType('BillabilityEstablished', 1, {
  safetyEventId,
  billable: open('OPER', code(BILLABLE)),
  establishedBy: open('OPER', uuid()),
});

export const billingHoldPlaced = eventType('BillingHoldPlaced', 1, {
  safetyEventId,
  placedAt: open('OPER', instant()),
  placedBy: open('OPER', uuid()),
  payerNotice: open('OPER', code(PAYER_NOTICES)),
  accounts: optional(sealed('PHI', list(text(100)))),
});

export const billingHoldReleased = eventType('BillingHoldReleased', 1, {
  safetyEventId,
  releasedBy: open('OPER', uuid()),
  /** Absent in what was recorded before: until when was not kept then. */
  releasedAt: optional(open('OPER', instant())),
  note: optional(sealed('PHI', text(4000))),
});

/** What was held is not asked for any more. */
export const billingWaived = eventType('BillingWaived', 1, {
  safetyEventId,
  waivedAt: open('OPER', instant()),
  waivedBy: open('OPER', uuid()),
  note: optional(sealed('PHI', text(4000))),
});

/** A bill went out although it was held: recorded, and never hidden (INV-26). */
export const billSentDuringHold = eventType('BillSentDuringHold', 1, {
  safetyEventId,
  sentAt: open('OPER', instant()),
  discoveredAt: open('OPER', instant()),
  /** It was called back, and the family was told so. */
  corrected: open('OPER', flag()),
  recordedBy: open('OPER', uuid()),
  note: optional(sealed('PHI', text(4000))),
});

export const billingCatalogue = [
  billabilityEstablished,
  billingHoldPlaced,
  billingHoldReleased,
  billingWaived,
  billSentDuringHold,
] as const;
