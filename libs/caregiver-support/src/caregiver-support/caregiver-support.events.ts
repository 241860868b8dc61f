import { code, type EventOf, eventType, instant, open, sealed, sha256, text, uuid } from '#kernel/core';
import { ENDINGS, RELATIONS, TIERS } from './caregiver-support.codes.js';

/*
 * Care for those who were involved (domain.md 1.1, 8.8; INV-29). Every field is labelled CARE, so that no event of these
 * ever leaves, and nobody but peer supporters is shown one. There are no words here: that somebody was offered support,
 * took it or did not, and when; never what was said.
 */

const safetyEventId = open('CARE', uuid());

/** Somebody was involved, and support is owed to them from then on. An automation records it. */
export const caregiverSupportOwed = eventType('CaregiverSupportOwed', 1, {
  safetyEventId,
  /** A keyed hash of the person and the safety event: of two records nobody can tell that they are of one person. */
  staffHash: open('CARE', sha256()),
  /** The person's id, for the peer supporter who goes to them. */
  staff: sealed('CARE', text(36)),
  relation: open('CARE', code(RELATIONS)),
  identifiedAt: open('CARE', instant()),
});

export const caregiverSupportOffered = eventType('CaregiverSupportOffered', 1, {
  safetyEventId,
  tier: open('CARE', code(TIERS)),
  offeredAt: open('CARE', instant()),
  offeredBy: open('CARE', uuid()),
});

export const caregiverSupportAccepted = eventType('CaregiverSupportAccepted', 1, {
  safetyEventId,
  tier: open('CARE', code(TIERS)),
  acceptedAt: open('CARE', instant()),
});

/** Not now, or not this: another offer may be made. */
export const caregiverSupportDeclined = eventType('CaregiverSupportDeclined', 1, {
  safetyEventId,
  tier: open('CARE', code(TIERS)),
  declinedAt: open('CARE', instant()),
});

/** They met. When is all that is kept of it. */
export const caregiverSupportContactHeld = eventType('CaregiverSupportContactHeld', 1, {
  safetyEventId,
  heldAt: open('CARE', instant()),
});

export const caregiverSupportEnded = eventType('CaregiverSupportEnded', 1, {
  safetyEventId,
  reason: open('CARE', code(ENDINGS)),
  endedAt: open('CARE', instant()),
});

export const caregiverSupportCatalogue = [
  caregiverSupportOwed,
  caregiverSupportOffered,
  caregiverSupportAccepted,
  caregiverSupportDeclined,
  caregiverSupportContactHeld,
  caregiverSupportEnded,
] as const;
export type CaregiverSupportFact = EventOf<(typeof caregiverSupportCatalogue)[number]>;
