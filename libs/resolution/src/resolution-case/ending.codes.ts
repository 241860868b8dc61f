/** How a case stands aside, goes elsewhere, ends and begins again (domain.md 8.8, 8.16). */

/** Why a case waits. */
export const HOLD_REASONS = ['patient_wish', 'grief', 'treatment', 'authority_unclear', 'medical_examiner'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why a case is taken up again. */
export const REOPEN_REASONS = ['patient_asks', 'new_information', 'unkept_promise', 'error'] as const;
export type ReopenReason = (typeof REOPEN_REASONS)[number];

/** Who takes a case over. */
export const RECEIVERS = ['hospital', 'practice_group', 'insurer', 'other'] as const;
export type Receiver = (typeof RECEIVERS)[number];
