import type { ConcernFact } from '../../concern/concern.events.js';

interface StepShown {
  /** Under which name the record shows what the fact said. */
  readonly section: string;
  /** Facts of this section stand side by side; otherwise the last one stands. */
  readonly many?: true;
}

/** Where the record shows each fact. A receipt says nothing but a code that nobody here needs. */
export const STEPS = {
  ConcernSubmitted: { section: 'submission' },
  ConcernReceiptIssued: { section: 'receipts', many: true },
  ConcernSubmitterIdentified: { section: 'identification' },
  ConcernIdentityDisclosedByConsent: { section: 'identityDisclosures', many: true },
  UrgentSafetyActionTaken: { section: 'urgentActions', many: true },
  ConcernAcknowledged: { section: 'acknowledgement' },
  ConcernClassified: { section: 'classification' },
  ConcernTriaged: { section: 'triage' },
  ConcernAssigned: { section: 'assignment' },
  ConcernFollowUpStarted: { section: 'followUp' },
  ConcernSupplemented: { section: 'supplements', many: true },
  ConcernMessageExchanged: { section: 'messages', many: true },
  DelayNoticeSent: { section: 'delayNotices', many: true },
  ConcernResponded: { section: 'answers', many: true },
  ConcernClosed: { section: 'closing' },
  ConcernRedirected: { section: 'redirection' },
  ConcernWithdrawn: { section: 'withdrawal' },
  ConcernReopened: { section: 'reopening' },
  ConcernMerged: { section: 'merge' },
  ConcernAbsorbed: { section: 'mergedHere', many: true },
  ConcernSpamProposed: { section: 'spamProposal' },
  ConcernMarkedSpam: { section: 'spam' },
  ConcernCleared: { section: 'clearance' },
  ConcernConvertedToSafetyEvent: { section: 'conversion' },
  SafetyEventOutcomeNoted: { section: 'outcomes', many: true },
} as const satisfies Record<ConcernFact['type'], StepShown>;

/** The names under which a record shows what was said. */
export type ConcernSection = (typeof STEPS)[ConcernFact['type']]['section'];

/** The same, for somebody who knows only the type. */
export const stepOf = (type: ConcernFact['type']): StepShown => STEPS[type];
