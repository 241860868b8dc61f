/** How a limit counts (domain.md 8.2): as elapsed time, or in local days, months and years, which end with a day. */
export const CLOCK_KINDS = ['MINUTES', 'HOURS', 'CALENDAR_DAYS', 'BUSINESS_DAYS', 'MONTHS', 'YEARS'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/**
 * Where a deadline stands (domain.md 8.2). What was done too late stays `missed`, and has the time at which it was done.
 */
export const DEADLINE_STATES = ['running', 'paused', 'met', 'missed', 'waived', 'cancelled'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** Why a clock may stand still, where its kind allows for that reason (domain.md 8.2, column "pausable"). */
export const PAUSE_REASONS = ['patient_wish', 'law_enforcement', 'awaiting_others', 'downtime'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Why something may take longer. */
export const EXTENSION_REASONS = [
  'patient_wish',
  'complexity',
  'awaiting_others',
  'allowed_by_law',
  'downtime',
] as const;
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** Why something need not be done after all. */
export const WAIVER_REASONS = ['not_applicable', 'patient_wish', 'done_elsewhere', 'entered_in_error'] as const;
export type WaiverReason = (typeof WAIVER_REASONS)[number];

/** When somebody is reminded: at the start where life is at risk, at half of the time, and when it is nearly over. */
export const REMINDER_STAGES = ['start', 'half', 'due'] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];

/** Who is told where nobody owns a deadline: a role of the organization. */
export const TOLD_ROLES = [
  'risk-manager',
  'review-chair',
  'claims',
  'executive',
  'org-admin',
  'peer-supporter',
] as const;
export type ToldRole = (typeof TOLD_ROLES)[number];
