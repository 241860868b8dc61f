/** What is offered, and what becomes of it (domain.md 8.8). */

/** Parts of an offer; money is one of them and never the only kind there is. */
export const COMPONENTS = [
  'money',
  'bill_waiver',
  'future_care',
  'staff_training',
  'process_change',
  'memorial',
  'ongoing_contact',
] as const;
export type Component = (typeof COMPONENTS)[number];

/** Parts that are paid for: before they are spoken of, the right to counsel is (INV-25). */
export const COMPENSATION: readonly Component[] = ['money', 'bill_waiver', 'future_care'];

/** Languages in which the advice to have a lawyer is at hand in writing (BCP 47). */
export const ADVICE_LANGUAGES = ['en', 'es', 'zh', 'vi', 'ar', 'ru', 'other'] as const;
export type AdviceLanguage = (typeof ADVICE_LANGUAGES)[number];

/** Why an offer was not taken. */
export const DECLINE_REASONS = ['amount', 'terms', 'wants_something_else', 'wants_suit', 'not_said'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Why we took an offer back. */
export const OFFER_WITHDRAWALS = ['new_facts', 'authority_ended', 'insurer', 'error'] as const;
export type OfferWithdrawal = (typeof OFFER_WITHDRAWALS)[number];

/** Why the insurer was told (domain.md 2.3, RES-02). */
export const REFERRAL_REASONS = ['criteria_met', 'pre_suit_notice', 'policy'] as const;
export type ReferralReason = (typeof REFERRAL_REASONS)[number];

/** What the insurer's review came to. */
export const INSURER_OUTCOMES = ['offer_supported', 'offer_not_supported', 'more_facts_needed'] as const;
export type InsurerOutcome = (typeof INSURER_OUTCOMES)[number];

/** Why no insurer was referred to. */
export const NO_REFERRAL = ['self_funded'] as const;
export type NoReferral = (typeof NO_REFERRAL)[number];
