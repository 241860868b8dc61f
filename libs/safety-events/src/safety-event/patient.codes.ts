/** Coded facts about a patient at the time, as measures and Common Formats ask for them (domain.md 2.2; PIF of CFER-H 1.2). */

/** Race, by the categories of the OMB standard of 1997, which Common Formats 1.2 uses; several may apply. */
export const RACES = [
  'american_indian_alaska_native',
  'asian',
  'black_african_american',
  'native_hawaiian_pacific_islander',
  'white',
  'other',
  'unknown',
] as const;
export type Race = (typeof RACES)[number];

export const ETHNICITIES = ['hispanic_latino', 'not_hispanic_latino', 'unknown'] as const;
export type Ethnicity = (typeof ETHNICITIES)[number];

export const SEXES = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

/** Age at the event, by the bands of the Patient Information Form. */
export const AGE_BANDS = [
  'neonate',
  'infant',
  'child',
  'adolescent',
  'adult_18_64',
  'adult_65_74',
  'adult_75_84',
  'adult_85_plus',
  'unknown',
] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const PAYERS = ['medicare', 'medicaid', 'private', 'self_pay', 'military_veterans', 'other', 'unknown'] as const;
export type Payer = (typeof PAYERS)[number];

export const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;
export type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number];

/** How long the harm lasts (LOINC 74559-6). */
export const HARM_DURATIONS = ['permanent', 'temporary', 'unknown'] as const;
export type HarmDuration = (typeof HARM_DURATIONS)[number];

/** When the harm was assessed, counted from the event (LOINC 74558-8). */
export const ASSESSMENT_TIMINGS = ['within_24h', 'after_24h_before_3d', 'after_3d', 'unknown'] as const;
export type AssessmentTiming = (typeof ASSESSMENT_TIMINGS)[number];

/** On what a rating of harm rests. */
export const HARM_BASES = ['report', 'chart', 'examination', 'follow_up', 'autopsy', 'patient_or_family'] as const;
export type HarmBasis = (typeof HARM_BASES)[number];

/** How a death became known. */
export const DEATH_SOURCES = ['clinical_record', 'family', 'medical_examiner', 'registry', 'external_org'] as const;
export type DeathSource = (typeof DEATH_SOURCES)[number];

/** What was put in a secure place, untouched (domain.md 1.2, event checklist). */
export const EVIDENCE_KINDS = [
  'device',
  'disposable',
  'drug_or_container',
  'monitor_strip',
  'record_copy',
  'log',
  'schedule',
  'paging_record',
  'image_or_video',
  'specimen',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** How a member of staff was involved: who is owed support, and who is not on a review's team. */
export const INVOLVEMENTS = ['cared_for_patient', 'witness', 'supervised', 'responded', 'harmed'] as const;
export type Involvement = (typeof INVOLVEMENTS)[number];

/** How somebody who was involved belonged to the facility at the time of the event (domain.md 8.16). */
export const STAFF_RELATIONS = ['employed', 'credentialed', 'contractor', 'not_of_this_facility'] as const;
export type StaffRelation = (typeof STAFF_RELATIONS)[number];
