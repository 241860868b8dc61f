/** The codes of a resolution case, in the field's own terms (domain.md 1.2, 8.8). */

/** Why a case was asked for: the policy found harm eligible, or a case that was open elsewhere was brought in. */
export const TRIGGERS = ['crp_eligible', 'brought_in'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** Why a case that had been asked for, or begun, came to nothing. */
export const WITHDRAWALS = ['safety_event_voided', 'not_eligible'] as const;
export type Withdrawal = (typeof WITHDRAWALS)[number];

/** Whether the care had a charge that could be held: a billing hold is owed where it had (CRP-11). */
export const BILLABLE = ['yes', 'no', 'unknown'] as const;
export type Billable = (typeof BILLABLE)[number];

/** How people spoke, or were to be reached. */
export const MODES = ['in_person', 'phone', 'video', 'letter', 'secure_message'] as const;
export type Mode = (typeof MODES)[number];

/** Why an attempt at a conversation led to none. */
export const ATTEMPT_OUTCOMES = ['no_answer', 'message_left', 'not_now', 'wrong_contact'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** Who was in a conversation (domain.md 1.2). */
export const ATTENDEES = [
  'patient',
  'representative',
  'involved_family',
  'disclosure_lead',
  'attending_physician',
  'nurse',
  'risk_manager',
  'liaison',
  'social_worker',
  'chaplain',
  'interpreter',
  'other_staff',
] as const;
export type Attendee = (typeof ATTENDEES)[number];

/** Sorrow that it happened, or answering for it. */
export const APOLOGIES = ['empathy', 'responsibility', 'none'] as const;
export type Apology = (typeof APOLOGIES)[number];

/** Why there was no first conversation. */
export const EXCEPTION_KINDS = ['declined', 'unreachable', 'unable'] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** What a determination rests on. */
export const DETERMINATION_BASES = ['review_completed', 'review_not_warranted', 'facts_sufficient'] as const;
export type DeterminationBasis = (typeof DETERMINATION_BASES)[number];

/** The three-part test of the Massachusetts CARe program (domain.md 0.2): harm, cause, departure from the standard. */
export const CRITERIA = ['severity', 'causation', 'standard'] as const;
export type Criterion = (typeof CRITERIA)[number];

export const CRITERION_RESULTS = ['met', 'not_met', 'undetermined'] as const;
export type CriterionResult = (typeof CRITERION_RESULTS)[number];

/** How the care was found to be (domain.md 8.8); `undetermined` sends it to an outside or insurer's review. */
export const DETERMINATIONS = ['reasonable', 'unreasonable', 'mixed', 'undetermined'] as const;
export type Determination = (typeof DETERMINATIONS)[number];

/** Why a determination was taken back. */
export const REVISION_REASONS = ['new_facts', 'outside_review', 'error'] as const;
export type RevisionReason = (typeof REVISION_REASONS)[number];

/** How a case was resolved (domain.md 8.8, INV-27). */
export const RESOLUTION_KINDS = [
  'explained',
  'non_financial',
  'financial',
  'patient_declined',
  'unreachable',
  'claim_path',
] as const;
export type ResolutionKind = (typeof RESOLUTION_KINDS)[number];

/** Who pays for the held care, as far as it was told of the hold. */
export const PAYER_NOTICES = ['told', 'not_needed', 'to_come'] as const;
export type PayerNotice = (typeof PAYER_NOTICES)[number];

/** Where a case stands (domain.md 8.8); `requested` comes before its first state, `withdrawn` is no state of the program. */
export const CASE_STATES = [
  'requested',
  'activated',
  'disclosing',
  'reviewing',
  'determining',
  'explained',
  'offer_preparing',
  'offered',
  'negotiating',
  'on_hold',
  'outside',
  'declined',
  'resolved',
  'closed',
  'transferred',
  'merged',
  'withdrawn',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** "Any open" of domain.md 8.8: the states in which the program goes on, a hold by the patient's wish among them. */
export const OPEN_STATES = [
  'activated',
  'disclosing',
  'reviewing',
  'determining',
  'explained',
  'offer_preparing',
  'offered',
  'negotiating',
  'on_hold',
] as const satisfies readonly CaseState[];
