/** The codes of a safety event, in the field's own terms (domain.md 0.3; AHRQ Common Formats Hospital 1.2). */

/** Reached the patient, did not reach the patient, or raised the chance of it. */
export const EVENT_CLASSES = ['incident', 'near_miss', 'unsafe_condition'] as const;
export type EventClass = (typeof EVENT_CLASSES)[number];

/** The categories of Common Formats Hospital 1.2 (DE21), and workforce safety beside them. */
export const CATEGORIES = [
  'blood',
  'device',
  'fall',
  'infection',
  'medication',
  'perinatal',
  'pressure_ulcer',
  'surgery_anesthesia',
  'venous_thromboembolism',
  'workforce',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Whom it harmed or could have harmed. */
export const HARMED = ['patient', 'staff', 'visitor', 'none'] as const;
export type Harmed = (typeof HARMED)[number];

/** AHRQ harm scale, from worst to least; `unknown` must be revisited. */
export const HARM_SEVERITIES = ['death', 'severe', 'moderate', 'mild', 'no_harm', 'unknown'] as const;
export type HarmSeverity = (typeof HARM_SEVERITIES)[number];

/** Harm above none, as INV-08 means it. */
export const isHarm = (severity: HarmSeverity | undefined): boolean =>
  severity !== undefined && severity !== 'no_harm' && severity !== 'unknown';

/** Where the organization heard of it (domain.md 0.3, `sourceOfSignal`). */
export const SOURCES = [
  'staff_report',
  'staff_hotline',
  'patient_portal',
  'patient_phone',
  'patient_in_person',
  'patient_letter',
  'outreach_rounding',
  'survey_comment',
  'complaint',
  'grievance',
  'claim_notice',
  'attorney_letter',
  'chart_trigger',
  'ehr_alert',
  'mortality_review',
  'external_org',
  'regulator',
  'media',
] as const;
export type Source = (typeof SOURCES)[number];

/** People concerned who have no record number here: unnamed in an outside report, or several at once. */
export const POPULATIONS = [
  'unidentified_patient',
  'several_patients',
  'unit_patients',
  'visitors',
  'staff_group',
] as const;
export type Population = (typeof POPULATIONS)[number];

/** What deserves a second look; all but the first are raised by people. */
export const FLAGS = ['event_type_unanswered', 'media', 'legal', 'externally_reportable'] as const;
export type Flag = (typeof FLAGS)[number];

/** What happens next (domain.md 6.2). */
export const ROUTES = ['rca2', 'aggregated_review', 'local_review', 'trend'] as const;
export type Route = (typeof ROUTES)[number];

/** Lists that make a confirmed event serious (domain.md 0.3). */
export const SERIOUS_LISTS = ['nqf', 'state', 'joint_commission'] as const;
export type SeriousList = (typeof SERIOUS_LISTS)[number];

/** How a confirmed event ended. */
export const DISPOSITIONS = ['reviewed', 'local_follow_up', 'trended', 'no_further_action'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** Harm by which the organization's policy sends an incident into communication and resolution (domain.md 0.3). */
const CRP_HARM: readonly (HarmSeverity | undefined)[] = ['moderate', 'severe', 'death'];

/** Moderate or worse, as the default policy for eligibility means it. */
export const isCrpHarm = (severity: HarmSeverity | undefined): boolean => CRP_HARM.includes(severity);

/** By what a safety event is eligible for communication and resolution, or not: the policy, or a reviewer who differs. */
export const CRP_RULES = ['unexpected-harm-moderate-or-worse', 'override'] as const;
export type CrpRule = (typeof CRP_RULES)[number];

/** Why a reviewer decides otherwise than the policy. */
export const OVERRIDE_REASONS = [
  'patient_request',
  'emotional_harm',
  'financial_harm',
  'harm_expected',
  'organization_policy',
  'other',
] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

/** Leaders who hear of every serious safety event: the C-suite and the governing board (PSSM 1E). */
export const LEADER_GROUPS = ['c_suite', 'board'] as const;
export type LeaderGroup = (typeof LEADER_GROUPS)[number];

/** How leaders were told. */
export const NOTICE_CHANNELS = ['in_person', 'phone', 'secure_message', 'email', 'meeting'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** How a resolution case ended, as far as its safety event cares. */
export const CASE_ENDS = ['closed', 'withdrawn', 'transferred', 'merged'] as const;
export type CaseEnd = (typeof CASE_ENDS)[number];

/** Why a report was voided (domain.md 8.4). */
export const VOID_REASONS = ['error', 'test', 'spam'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];
