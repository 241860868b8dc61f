import { coded, eventType, instant, list, open, optional, sealed, text, uuid } from '#kernel/core';

const safetyEventId = open('OPER', uuid());

/** The law this case goes by: the pack in force on the day of its event. A later pack changes it no more (domain.md 8.3). */
export const policyPackPinned = eventType('PolicyPackPinned', 1, {
  safetyEventId,
  /** As in `us-co`. */
  jurisdiction: open('OPER', coded()),
  packVersion: open('OPER', coded()),
  /** From when its windows run: when the harm was known here. */
  knownAt: open('OPER', instant()),
});

/** A disclosure in writing that a statute asks for, with what it has to say. */
export const statutoryDisclosureSent = eventType('StatutoryDisclosureSent', 1, {
  safetyEventId,
  jurisdiction: open('OPER', coded()),
  packVersion: open('OPER', coded()),
  items: open('SHARED', list(coded(), 30)),
  letter: sealed('SHARED', text()),
  sentAt: open('SHARED', instant()),
  sentBy: open('OPER', uuid()),
});

/** The notice that opens a protected discussion under a candor statute. */
export const candorNoticeSent = eventType('CandorNoticeSent', 1, {
  safetyEventId,
  jurisdiction: open('OPER', coded()),
  packVersion: open('OPER', coded()),
  items: open('SHARED', list(coded(), 30)),
  letter: sealed('SHARED', text()),
  sentAt: open('SHARED', instant()),
  sentBy: open('OPER', uuid()),
});

/** The patient's written agreement to such a discussion, where the statute asks for it. */
export const candorAgreementSigned = eventType('CandorAgreementSigned', 1, {
  safetyEventId,
  jurisdiction: open('OPER', coded()),
  /** Who signed: one of the recorded people; absent: the patient. */
  person: optional(open('OPER', uuid())),
  signedAt: open('SHARED', instant()),
  recordedBy: open('OPER', uuid()),
});

export const statutoryCatalogue = [
  policyPackPinned,
  statutoryDisclosureSent,
  candorNoticeSent,
  candorAgreementSigned,
] as const;
