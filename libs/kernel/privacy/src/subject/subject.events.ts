import { code, coded, type EventOf, eventType, list, open, optional, uuid } from '#kernel/core';

/** Why a person's data may be erased. */
export const ERASURE_REASONS = ['person-asked', 'retention-ended', 'entered-in-error', 'court-order'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** Subjects are named by the stream whose sealed fields share their key, as in `safety-event-<uuid>`. */
const subject = open('OPER', coded());
const person = open('OPER', uuid());
const reasonCode = open('OPER', code(ERASURE_REASONS));
const matter = open('LEGAL', coded());

const erasureRequested = eventType('ErasureRequested', 1, { subject, reasonCode, requestedBy: person });
const subjectErased = eventType('SubjectErased', 1, {
  subject,
  /** Other streams about the same person under the same id, each with a key of its own: forgotten with it. */
  beside: optional(open('OPER', list(coded()))),
  reasonCode,
  requestedBy: person,
  approvedBy: person,
});
const legalHoldPlaced = eventType('LegalHoldPlaced', 1, { subject, matter, placedBy: person });
const legalHoldReleased = eventType('LegalHoldReleased', 1, { subject, matter, releasedBy: person });

/** Every event type of this package. */
export const privacyCatalogue = [erasureRequested, subjectErased, legalHoldPlaced, legalHoldReleased] as const;
export type SubjectEvent = EventOf<(typeof privacyCatalogue)[number]>;
export type SubjectErased = EventOf<typeof subjectErased>;
