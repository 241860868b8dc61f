import { code, eventType, flag, group, instant, list, open, optional, sealed, text, uuid, whole } from '#kernel/core';
import { ADVICE_LANGUAGES, COMPONENTS, DECLINE_REASONS, OFFER_WITHDRAWALS } from './offer.codes.js';

const safetyEventId = open('OPER', uuid());

/** Money in the smallest unit of US currency, cents. Counsel's: what was offered and paid is never OPER. */
const amount = open('LEGAL', group({ cents: whole(0, 100_000_000_000) }));

/** In the patient's language, that they may have a lawyer: before any talk of money (INV-25). */
export const rightToCounselAdvised = eventType('RightToCounselAdvised', 1, {
  safetyEventId,
  written: open('SHARED', flag()),
  /** BCP 47, as `es`. */
  language: open('SHARED', code(ADVICE_LANGUAGES)),
  advisedAt: open('SHARED', instant()),
  advisedBy: open('OPER', uuid()),
});

/** What is offered. The terms, in words, are the patient's to read; the amount is in them and, for counsel, by itself. */
const terms = {
  safetyEventId,
  offer: open('OPER', uuid()),
  components: open('SHARED', list(code(COMPONENTS), 7)),
  amount: optional(amount),
  terms: sealed('SHARED', text(10_000)),
  releaseRequired: open('SHARED', flag()),
  validUntil: open('SHARED', instant()),
} as const;

export const offerMade = eventType('OfferMade', 1, {
  ...terms,
  madeAt: open('SHARED', instant()),
  madeBy: open('OPER', uuid()),
});

/** The offer as it is worked over: talks go on until it is made anew. */
export const offerRevised = eventType('OfferRevised', 1, {
  ...terms,
  revisedAt: open('OPER', instant()),
  revisedBy: open('OPER', uuid()),
});

export const offerAccepted = eventType('OfferAccepted', 1, {
  safetyEventId,
  offer: open('OPER', uuid()),
  /** Who accepted: one of the recorded people, with authority to settle; absent: the patient. */
  person: optional(open('OPER', uuid())),
  signedAt: open('SHARED', instant()),
  document: optional(sealed('LEGAL', text(500))),
  /** The patient was a minor, and the law there has a court approve it: left out where that is not so. */
  courtApprovalNeeded: optional(open('OPER', flag())),
  recordedBy: open('OPER', uuid()),
});

export const offerDeclined = eventType('OfferDeclined', 1, {
  safetyEventId,
  offer: open('OPER', uuid()),
  reason: open('OPER', code(DECLINE_REASONS)),
  /** Who declined: one of the recorded people, who decides; absent: the patient. */
  person: optional(open('OPER', uuid())),
  note: optional(sealed('PHI', text(4000))),
  declinedAt: open('OPER', instant()),
  recordedBy: open('OPER', uuid()),
});

export const offerExpired = eventType('OfferExpired', 1, {
  safetyEventId,
  offer: open('OPER', uuid()),
  expiredAt: open('OPER', instant()),
});

export const offerWithdrawn = eventType('OfferWithdrawn', 1, {
  safetyEventId,
  offer: open('OPER', uuid()),
  reason: open('OPER', code(OFFER_WITHDRAWALS)),
  note: optional(sealed('LEGAL', text(4000))),
  withdrawnBy: open('OPER', uuid()),
});

/** A court approved a settlement in a minor's name. */
export const courtApprovalRecorded = eventType('CourtApprovalRecorded', 1, {
  safetyEventId,
  offer: open('OPER', uuid()),
  approvedAt: open('OPER', instant()),
  reference: optional(sealed('LEGAL', text(200))),
  recordedBy: open('OPER', uuid()),
});

export const paymentMade = eventType('PaymentMade', 1, {
  safetyEventId,
  offer: open('OPER', uuid()),
  amount,
  /** Paid for a practitioner, after a written demand: to be reported to the NPDB (45 CFR 60.7). */
  reportable: open('LEGAL', flag()),
  paidAt: open('OPER', instant()),
  reference: optional(sealed('LEGAL', text(200))),
  recordedBy: open('OPER', uuid()),
});

export const npdbReportFiled = eventType('NpdbReportFiled', 1, {
  safetyEventId,
  filedAt: open('LEGAL', instant()),
  reference: optional(sealed('LEGAL', text(200))),
  filedBy: open('OPER', uuid()),
});

/** The payment was reported to Medicare (42 USC 1395y(b)(8)). */
export const medicareReportFiled = eventType('MedicareReportFiled', 1, {
  safetyEventId,
  filedAt: open('LEGAL', instant()),
  reference: optional(sealed('LEGAL', text(200))),
  filedBy: open('OPER', uuid()),
});

export const offerCatalogue = [
  rightToCounselAdvised,
  offerMade,
  offerRevised,
  offerAccepted,
  offerDeclined,
  offerExpired,
  offerWithdrawn,
  courtApprovalRecorded,
  paymentMade,
  npdbReportFiled,
  medicareReportFiled,
] as const;
