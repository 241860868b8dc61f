import type { EventOf } from '#kernel/core';
import { concernConvertedToSafetyEvent, safetyEventOutcomeNoted } from './conversion.events.js';
import * as followUp from './follow-up.events.js';
import * as submission from './submission.events.js';

/** Every fact of a concern (domain.md 8.5). */
export const concernCatalogue = [
  submission.concernSubmitted,
  submission.concernReceiptIssued,
  submission.concernSubmitterIdentified,
  submission.concernIdentityDisclosedByConsent,
  followUp.urgentSafetyActionTaken,
  followUp.concernAcknowledged,
  followUp.concernClassified,
  followUp.concernTriaged,
  followUp.concernAssigned,
  followUp.concernFollowUpStarted,
  followUp.concernSupplemented,
  followUp.concernMessageExchanged,
  followUp.delayNoticeSent,
  followUp.concernResponded,
  followUp.concernClosed,
  followUp.concernRedirected,
  followUp.concernWithdrawn,
  followUp.concernReopened,
  followUp.concernMerged,
  followUp.concernAbsorbed,
  followUp.concernSpamProposed,
  followUp.concernMarkedSpam,
  followUp.concernCleared,
  concernConvertedToSafetyEvent,
  safetyEventOutcomeNoted,
] as const;
export type ConcernFact = EventOf<(typeof concernCatalogue)[number]>;
