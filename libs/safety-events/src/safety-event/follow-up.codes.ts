/** What follows a report: who hears of it, where it goes, what it belongs together with (domain.md 8.4). */

/** Who may learn the reporter's name: their unit, those who need to know, or nobody since nobody knows it. */
export const CONFIDENTIALITIES = ['open', 'confidential', 'anonymous'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

/** Harm to those who work here, or the danger of it (PSSM 2E). */
export const WORKFORCE_KINDS = [
  'violence_physical',
  'violence_verbal',
  'sharps',
  'body_fluid_exposure',
  'patient_handling',
  'slip_trip_fall',
  'hazardous_substance',
  'psychological',
  'fatigue_workload',
  'other',
] as const;
export type WorkforceKind = (typeof WORKFORCE_KINDS)[number];

/** Another route than patient safety. */
export const REDIRECTIONS = ['grievance', 'hr', 'security', 'privacy', 'billing'] as const;
export type Redirection = (typeof REDIRECTIONS)[number];

/** By what two reports seem to tell of the same. */
export const MATCH_BASES = ['time', 'place', 'patient', 'category', 'words'] as const;
export type MatchBasis = (typeof MATCH_BASES)[number];

/** How two safety events belong together though each stays its own. */
export const LINK_KINDS = ['related', 'same_patient', 'same_device', 'cause_of', 'repeat_of'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A review that is asked for, and why (domain.md 6.2). */
export const REVIEW_METHODS = ['rca2', 'aggregated_review', 'local_review'] as const;
export type ReviewMethod = (typeof REVIEW_METHODS)[number];
export const REVIEW_TRIGGERS = [
  'sac_actual_3',
  'sac_potential_3',
  'policy',
  'leader_request',
  'patient_request',
] as const;
export type ReviewTrigger = (typeof REVIEW_TRIGGERS)[number];

/** Whom the law or an accreditor wants told. */
export const AUTHORITIES = [
  'state_health_department',
  'joint_commission',
  'fda',
  'cms',
  'medical_examiner',
  'law_enforcement',
  'osha',
  'leapfrog',
  'other',
] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** What is given to a patient safety organization (PSSM 4B). */
export const PSO_KINDS = ['serious_event', 'near_miss', 'precursor'] as const;
export type PsoKind = (typeof PSO_KINDS)[number];

/** How feedback and messages reach a reporter: signed in, by tracking code, or in person. */
export const REPORTER_CHANNELS = ['in_app', 'tracking_code', 'in_person', 'phone', 'meeting'] as const;
export type ReporterChannel = (typeof REPORTER_CHANNELS)[number];
export const MESSAGE_DIRECTIONS = ['to_reporter', 'from_reporter'] as const;
export type MessageDirection = (typeof MESSAGE_DIRECTIONS)[number];

/** Who adds to a report after it was sent. */
export const ADDENDUM_AUTHORS = ['reporter', 'reporter_by_code', 'staff'] as const;
export type AddendumAuthor = (typeof ADDENDUM_AUTHORS)[number];

/** What goes along when another organization takes a safety event over. */
export const TRANSFERRED_PARTS = ['report', 'assessment', 'evidence', 'disclosure_duty', 'review_duty'] as const;
export type TransferredPart = (typeof TRANSFERRED_PARTS)[number];

/** Whether two reports name the same patients, as far as their record numbers tell. */
export type PatientMatch = 'same' | 'different' | 'unknown';
